# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.5.5", "pandas==3.1.1"]
# ///
"""Fills and equity by the documented rules of TradingView's broker emulator, for the preset `tradingview`.

TradingView runs nowhere but on its own pages, so this is a second, plain reading of its manual (Pine Script
v6, "Strategies"), sharing no code with Backtab: market orders fill at the next open; the price goes from the
open to the nearer extreme, to the other one, to the close, and no price is missing inside a bar; an order
whose price lies in the gap between two bars fills at the open; slippage is a number of ticks on market and
stop fills; an entry that the account cannot carry is not filled, and a position that it no longer carries at the
worst price of a bar is cut there.

    python tests/golden/presets/tradingview_runs.py > tests/golden/presets/tradingview.json
"""

import math

from shared import columns, crossings, equity_of, falls_below, load, rises_above, strength, write

TICK = 0.01


class Emulator:
    def __init__(self, bars, capital=100_000, percent=0.0, per_order=0.0, per_unit=0.0, slippage=0, pyramiding=1, margin=100):
        self.o, self.h, self.l, self.c = (bars[name].tolist() for name in ("open", "high", "low", "close"))
        self.cash, self.size, self.entries = float(capital), 0, []
        self.percent, self.per_order, self.per_unit = percent, per_order, per_unit
        self.slip, self.pyramiding, self.margin = slippage * TICK, pyramiding, margin / 100
        self.orders, self.fills, self.equity, self.refused, self.called = [], [], [], 0, 0

    def entry(self, side, units, limit=None, stop=None, bracket=None):
        self.orders.append({"kind": "entry", "side": side, "units": units, "limit": limit, "stop": stop, "bracket": bracket})

    def close(self, share=1.0):
        if self.size:
            self.orders.append({"kind": "close", "side": -1 if self.size > 0 else 1, "share": share, "limit": None, "stop": None})

    def cancel(self):
        self.orders = [order for order in self.orders if order["kind"] == "bracket"]

    def worth(self, price):
        return self.cash + self.size * price

    def fee(self, units, price):
        return self.percent / 100 * units * price + self.per_order + self.per_unit * units

    def deal(self, side, units, price, joined=False):
        """Books units; `joined` to the fill before, as a reversal is one order."""
        self.cash -= side * units * price + self.fee(units, price)
        self.size += side * units
        if joined:
            self.fills[-1][1] += side * units
            self.fills[-1][3] += self.fee(units, price)
        else:
            self.fills.append([self.i, side * units, price, self.fee(units, price)])
        if self.size == 0:
            self.entries = []
            self.orders = [order for order in self.orders if order["kind"] != "bracket"]

    def fill(self, order, price):
        """Books a fill at a price before slippage; limits have none."""
        if order in self.orders:
            self.orders.remove(order)
        side = order["side"]
        if order["limit"] is None:
            price += side * self.slip
        if order["kind"] != "entry":
            units = abs(self.size) if order["kind"] == "bracket" or order["share"] == 1 else int(abs(self.size) * order["share"])
            if units and side * self.size < 0:
                self.deal(side, units, price)
            return
        if side * self.size > 0 and len(self.entries) >= self.pyramiding:
            return
        turned = side * self.size < 0
        if turned:
            self.deal(side, abs(self.size), price)
        if (abs(self.size) + order["units"]) * price * self.margin > self.worth(price) - self.fee(order["units"], price):
            self.refused += 1
            return
        self.deal(side, order["units"], price, turned)
        self.entries.append(self.i)
        for name in ("stop", "limit"):
            level = (order["bracket"] or {}).get(name)
            if level is not None:
                self.orders.append({"kind": "bracket", "side": -side, "limit": None, "stop": None, name: level})

    @staticmethod
    def reached(order, price):
        """Whether a price, seen at the open, is beyond the order's level."""
        if order["stop"] is not None:
            return (price - order["stop"]) * order["side"] >= 0
        return (order["limit"] - price) * order["side"] >= 0

    def walk(self, start, end):
        """From one price of the path to the next; the level that lies nearest is met first."""
        here = start
        while True:
            met = []
            for order in self.orders:
                level = order["stop"] if order["stop"] is not None else order["limit"]
                if level is not None and min(here, end) <= level <= max(here, end):
                    met.append((abs(level - here), id(order), order, level))
            if not met:
                return
            _, _, order, level = min(met, key=lambda m: m[0])
            self.fill(order, level)
            here = level

    def call_margin(self, price):
        """The ten steps of the manual's section on margin: four times what is missing is closed."""
        available = self.worth(price) - abs(self.size) * price * self.margin
        cover = int(-available / self.margin / price)
        units = min(abs(self.size), 4 * cover)
        if available < 0 and units:
            self.called += 1
            side = -1 if self.size > 0 else 1
            self.deal(side, units, price + side * self.slip)

    def bar(self, i):
        self.i = i
        o, h, l, c = self.o[i], self.h[i], self.l[i], self.c[i]
        for order in [x for x in self.orders if x["limit"] is None and x["stop"] is None]:
            self.fill(order, o)
        for order in list(self.orders):
            if order in self.orders and self.reached(order, o):
                self.fill(order, o)
        levels = [x["limit"] if x["stop"] is None else x["stop"] for x in self.orders]
        inside = sum(l <= level <= h for level in levels)
        assert abs((h - o) - (o - l)) > 1e-6 or inside < 2, "which extreme is nearer is not documented"
        path = [o, h, l, c] if h - o < o - l else [o, l, h, c]
        for point, (start, end) in enumerate(zip(path, path[1:])):
            self.walk(start, end)
            if point < 2 and self.size and end == (l if self.size > 0 else h):
                self.call_margin(end)
        self.equity.append(self.worth(c))


def on_tick(price):
    return math.floor(price * 100 + 0.5) / 100


def all_in(e, now, close):
    if now["up"]:
        e.entry(1, int(0.95 * e.worth(close) / close))
    if now["down"]:
        e.close()


def both(e, now, close):
    units = int(0.95 * e.worth(close) / close)
    if now["up"]:
        e.entry(1, units)
    if now["down"]:
        e.entry(-1, units)


def threefold(e, now, close):
    units = int(3.5 * e.worth(close) / close)
    if now["up"]:
        e.entry(1, units)
    if now["down"]:
        e.entry(-1, units)


def units(e, now, close):
    if now["up"]:
        e.entry(1, 20)
    if now["down"]:
        e.close()


def pullback(e, now, close):
    if now["weak"] and not e.size:
        e.entry(1, 20, bracket={"stop": on_tick(close * 0.96), "limit": on_tick(close * 1.05)})
    if now["strong"]:
        e.close()


def dips(e, now, close):
    if now["falling"] and not e.size:
        e.entry(1, 20, bracket={"stop": on_tick(close * 0.98), "limit": on_tick(close * 1.02)})


def peaks(e, now, close):
    if now["rising"] and not e.size:
        e.entry(-1, 20, bracket={"stop": on_tick(close * 1.02), "limit": on_tick(close * 0.98)})


def waits(**terms):
    def act(e, now, close):
        if now["up"]:
            given = {k: on_tick(v * close) for k, v in terms.items() if k in ("limit", "stop")}
            bracket = {k: on_tick(v * close) for k, v in terms.get("bracket", {}).items()}
            e.entry(1, 20, **given, bracket=bracket)
        if now["down"]:
            e.cancel()
            e.close()

    return act


def pyramid(e, now, close):
    if now["weak"] and not now["down"]:
        e.entry(1, 10)
    if now["down"]:
        e.close()


def halves(e, now, close):
    if now["up"]:
        e.entry(1, 20)
    if now["strong"]:
        e.close(0.5)
    if now["down"]:
        e.close()


CASES = [
    ("cross_long", "sp500", all_in, {}),
    ("cross_both", "sp500", both, {}),
    ("cross_both_made", "made", both, {}),
    ("cross_both_costs", "made", both, {"percent": 0.1, "slippage": 5}),
    ("costs_units", "made", units, {"percent": 0.1, "slippage": 5}),
    ("costs_order", "made", units, {"per_order": 1.5, "slippage": 2}),
    ("costs_contract", "made", units, {"per_unit": 0.05, "slippage": 2}),
    ("pullback", "sp500", pullback, {}),
    ("pullback_made", "made", pullback, {"slippage": 3}),
    ("dips", "made", dips, {}),
    ("dips_costs", "made", dips, {"percent": 0.1, "slippage": 3}),
    ("peaks", "made", peaks, {}),
    ("limit_entry", "made", waits(limit=0.985), {}),
    ("stop_entry", "made", waits(stop=1.01), {"slippage": 2}),
    ("limit_bracket", "made", waits(limit=0.985, bracket={"stop": 0.95, "limit": 1.03}), {}),
    ("stop_bracket", "made", waits(stop=1.01, bracket={"stop": 0.97, "limit": 1.06}), {}),
    ("pyramid", "made", pyramid, {"pyramiding": 3, "percent": 0.1}),
    ("halves", "made", halves, {"percent": 0.1}),
    ("short_cash", "made", units, {"capital": 1_800}),
    ("margin_quarter", "made", threefold, {"capital": 10_000, "margin": 25}),
]


def run(name, data, act, options):
    bars = load(data)
    close = bars.close.to_numpy()
    up, down = crossings(data, close)
    rsi = strength(close)
    known = {
        "up": up,
        "down": down,
        "weak": falls_below(rsi, 35 if data == "sp500" else 45),
        "strong": rises_above(rsi, 65),
        "falling": close < bars.open.to_numpy(),
        "rising": close > bars.open.to_numpy(),
    }
    e = Emulator(bars, **options)
    for i, price in enumerate(close.tolist()):
        e.bar(i)
        act(e, {k: v[i] for k, v in known.items()}, price)
    return {
        "name": name,
        "data": data,
        "options": {"capital": 100_000, **options},
        "fills": columns(e.fills, ["bar", "size", "price", "fee"]),
        "refused": e.refused,
        "called": e.called,
        "equity": equity_of(data, e.equity),
    }


write("tests/golden/presets/tradingview_runs.py", "Pine Script v6 manual", [run(*case) for case in CASES])
