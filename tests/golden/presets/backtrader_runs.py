# /// script
# requires-python = ">=3.11"
# dependencies = ["backtrader==1.9.78.123", "numpy==2.5.5", "pandas==3.1.1"]
# ///
"""Fills, trades and equity of backtrader for the preset of that name.

    python tests/golden/presets/backtrader_runs.py > tests/golden/presets/backtrader.json
"""

import math

import backtrader as bt
from shared import columns, crossings, equity_of, falls_below, load, rises_above, strength, write


class Base(bt.Strategy):
    params = (("signals", None),)

    def __init__(self):
        self.values, self.fills, self.done, self.waiting, self.refused = [], [], [], [], 0

    def notify_order(self, order):
        if order.status in (order.Partial, order.Completed):
            pending = order.executed.getpending()
            for bit in pending:
                self.fills.append(
                    [self.bar_of(bit.dt), bit.size, bit.price, bit.closedcomm + bit.openedcomm]
                )
        if order.status in (order.Margin, order.Rejected):
            self.refused += 1
        if not order.alive() and order in self.waiting:
            self.waiting.remove(order)

    def bar_of(self, instant):
        ago = 0
        while self.data.datetime[ago] > instant:
            ago -= 1
        return len(self) - 1 + ago

    def notify_trade(self, trade):
        if trade.isclosed:
            size = max((h.status.size for h in trade.history), key=abs)
            self.done.append(
                [trade.baropen - 1, trade.barclose - 1, size, trade.price, trade.pnl, trade.pnlcomm, trade.commission]
            )

    def next(self):
        self.values.append(self.broker.getvalue())
        i = len(self) - 1
        up, down, weak, strong = (bool(s[i]) for s in self.p.signals)
        self.act(up, down, weak, strong, self.data.close[0])

    def flat(self):
        for order in list(self.waiting):
            self.cancel(order)
        if self.position:
            self.close()


def crossing(opens, closes=lambda s, close: s.close()):
    class Crossing(Base):
        def act(self, up, down, weak, strong, close):
            if up:
                opens(self, close)
            if down and (self.position or closes is not LEAVE):
                closes(self, close)

    return Crossing


LEAVE = lambda s, close: s.close()


class Pullback(Base):
    def act(self, up, down, weak, strong, close):
        if weak and not self.position:
            self.waiting = self.buy_bracket(size=20, exectype=bt.Order.Market, stopprice=close * 0.96, limitprice=close * 1.05)
        if strong and self.position:
            self.flat()


class Dips(Base):
    def act(self, up, down, weak, strong, close):
        if close < self.data.open[0] and not self.position and not self.waiting:
            self.waiting = self.buy_bracket(size=20, exectype=bt.Order.Market, stopprice=close * 0.98, limitprice=close * 1.02)


class Narrow(Base):
    """The same with levels so near that a bar may open beyond the target and come back to the stop."""

    def act(self, up, down, weak, strong, close):
        if close < self.data.open[0] and not self.position and not self.waiting:
            self.waiting = self.buy_bracket(size=20, exectype=bt.Order.Market, stopprice=close * 0.99, limitprice=close * 1.004)


class Peaks(Base):
    def act(self, up, down, weak, strong, close):
        if close > self.data.open[0] and not self.position and not self.waiting:
            self.waiting = self.sell_bracket(size=20, exectype=bt.Order.Market, stopprice=close * 1.02, limitprice=close * 0.98)


class Trailing(Base):
    """The trailing stop is sent at the close of the bar on which the entry filled."""

    kind = {"trailpercent": 0.05}

    def act(self, up, down, weak, strong, close):
        if up and not self.position:
            self.buy(size=20)
        elif self.position and not self.waiting:
            self.waiting = [self.sell(size=20, exectype=bt.Order.StopTrail, **self.kind)]


class TrailingAmount(Trailing):
    kind = {"trailamount": 4.0}


class Pyramid(Base):
    def act(self, up, down, weak, strong, close):
        if weak and not down and self.position.size < 30:
            self.buy(size=10)
        if down and self.position:
            self.close()


class Halves(Base):
    def act(self, up, down, weak, strong, close):
        if up and not self.position:
            self.buy(size=21)
        if strong and self.position:
            self.sell(size=self.position.size // 2)
        if down and self.position:
            self.close()


class Volume(Base):
    def act(self, up, down, weak, strong, close):
        if up and not self.position and not self.waiting:
            self.waiting = [self.buy(size=100)]
        if down and self.position:
            for order in list(self.waiting):
                self.cancel(order)
            self.waiting = [self.close()]


def waits(**terms):
    def opens(s, close):
        given = {k: v * close if k in ("price", "plimit") else v for k, v in terms.items()}
        s.waiting = [s.buy(size=20, **given)]

    return crossing(opens, lambda s, close: s.flat())


def bracket(kind, price, stop, limit):
    def opens(s, close):
        s.waiting = s.buy_bracket(
            size=20, exectype=kind, price=price * close, stopprice=stop * close, limitprice=limit * close
        )

    return crossing(opens, lambda s, close: s.flat())


UNITS = crossing(lambda s, close: s.buy(size=20), LEAVE)
AGAINST = crossing(lambda s, close: s.buy(size=20), lambda s, close: s.sell(size=30))
CREDIT = crossing(lambda s, close: s.close(), lambda s, close: s.sell(size=300))
ALL_IN = crossing(lambda s, close: s.buy(), LEAVE)
TARGET = crossing(lambda s, close: s.order_target_percent(target=0.95), lambda s, close: s.order_target_percent(target=0.0))
BOTH = crossing(
    lambda s, close: s.order_target_percent(target=0.95), lambda s, close: s.order_target_percent(target=-0.95)
)
BOTH_UNITS = crossing(lambda s, close: s.order_target_size(target=20), lambda s, close: s.order_target_size(target=-15))
LIMIT = waits(exectype=bt.Order.Limit, price=0.985)
STOP = waits(exectype=bt.Order.Stop, price=1.01)
STOP_LIMIT = waits(exectype=bt.Order.StopLimit, price=1.01, plimit=1.012)
ON_CLOSE = waits(exectype=bt.Order.Close)
DAY = crossing(
    lambda s, close: s.buy(size=20, exectype=bt.Order.Limit, price=close * 0.995, valid=bt.date2num(s.data.datetime.datetime(0)) + 1.5),
    LEAVE,
)

CASES = [
    ("cross_long", "sp500", ALL_IN, {"percents": 95}),
    ("cross_long_made", "made", ALL_IN, {"percents": 95}),
    ("cross_target", "sp500", TARGET, {}),
    ("cross_both", "sp500", BOTH, {}),
    ("cross_both_made", "made", BOTH, {}),
    ("cross_both_costs", "sp500", BOTH, {"commission": 0.001, "slip_perc": 0.0005}),
    ("both_units", "made", BOTH_UNITS, {"commission": 0.001}),
    ("pullback", "sp500", Pullback, {}),
    ("pullback_made", "made", Pullback, {}),
    ("dips", "made", Dips, {}),
    ("narrow", "made", Narrow, {}),
    ("dips_costs", "made", Dips, {"commission": 0.001, "slip_perc": 0.0005}),
    ("peaks", "made", Peaks, {}),
    ("costs_units", "sp500", UNITS, {"commission": 0.001, "slip_perc": 0.0005}),
    ("costs_open", "sp500", UNITS, {"commission": 0.001, "slip_perc": 0.0005, "slip_open": True}),
    ("costs_capped", "made", UNITS, {"slip_perc": 0.01, "slip_open": True}),
    ("costs_all_in", "sp500", ALL_IN, {"percents": 100, "commission": 0.002}),
    ("slip_fixed", "made", UNITS, {"slip_fixed": 0.03, "slip_open": True}),
    ("on_close", "sp500", UNITS, {"coc": True}),
    ("limit_entry", "made", LIMIT, {}),
    ("stop_entry", "made", STOP, {"slip_perc": 0.001}),
    ("stop_limit_entry", "made", STOP_LIMIT, {}),
    ("close_entry", "made", ON_CLOSE, {}),
    ("day_limit", "made", DAY, {}),
    ("limit_bracket", "made", bracket(bt.Order.Limit, 0.985, 0.95, 1.03), {}),
    ("stop_bracket", "made", bracket(bt.Order.Stop, 1.01, 0.97, 1.06), {}),
    ("trailing", "sp500", Trailing, {}),
    ("trailing_made", "made", Trailing, {}),
    ("trailing_amount", "made", TrailingAmount, {}),
    ("pyramid", "made", Pyramid, {"commission": 0.001}),
    ("halves", "made", Halves, {"commission": 0.001}),
    ("volume", "made", Volume, {"filler": 2.0}),
    ("short_cash", "made", UNITS, {"cash": 1_800}),
    ("opposite_units", "made", AGAINST, {}),
    ("short_credit", "made", CREDIT, {"cash": 1_800}),
    ("leverage", "made", UNITS, {"cash": 900, "leverage": 2.0, "commission": 0.001}),
]


def run(name, data, strategy, options):
    bars = load(data)
    close = bars.close.to_numpy()
    rsi = strength(close)
    signals = (*crossings(data, close), falls_below(rsi, 35 if data == "sp500" else 45), rises_above(rsi, 65))
    settings = {"cash": 100_000, **options}
    engine = bt.Cerebro(stdstats=False, tradehistory=True)
    engine.adddata(bt.feeds.PandasData(dataname=bars))
    broker = engine.broker
    broker.setcash(settings["cash"])
    broker.setcommission(commission=settings.get("commission", 0.0), leverage=settings.get("leverage", 1.0))
    if "slip_perc" in settings:
        broker.set_slippage_perc(settings["slip_perc"], slip_open=settings.get("slip_open", False))
    if "slip_fixed" in settings:
        broker.set_slippage_fixed(settings["slip_fixed"], slip_open=settings.get("slip_open", False))
    if "percents" in settings:
        engine.addsizer(bt.sizers.PercentSizerInt, percents=settings["percents"])
    if "filler" in settings:
        broker.set_filler(bt.broker.fillers.FixedBarPerc(perc=settings["filler"]))
    broker.set_coc(settings.get("coc", False))
    engine.addstrategy(strategy, signals=signals)
    [ran] = engine.run()
    assert len(ran.values) == len(bars) and not any(map(math.isnan, ran.values))
    return {
        "name": name,
        "data": data,
        "options": settings,
        "fills": columns(ran.fills, ["bar", "size", "price", "fee"]),
        "trades": columns(ran.done, ["entryBar", "exitBar", "size", "entryPrice", "gross", "pnl", "costs"]),
        "refused": ran.refused,
        "position": ran.position.size,
        "equity": equity_of(data, ran.values),
    }


write("backtrader", bt.__version__, [run(*case) for case in CASES])
