# /// script
# requires-python = ">=3.11"
# dependencies = ["backtesting==0.6.6", "numpy==2.5.5", "pandas==3.1.1", "bokeh==3.10.2"]
# ///
"""Trades and equity of backtesting.py for the preset of that name.

    python tests/golden/presets/backtesting_runs.py > tests/golden/presets/backtesting.py.json
"""

import warnings

warnings.filterwarnings("ignore")
import backtesting
from backtesting import Backtest, Strategy
from shared import columns, crossings, equity_of, falls_below, load, rises_above, strength, write

backtesting.backtesting._tqdm = lambda items, **_: items


class Base(Strategy):
    def init(self):
        pass

    def next(self):
        i = len(self.data) - 1
        self.act(i, self.data.Close[-1])

    def flat(self):
        for order in list(self.orders):
            if not order.is_contingent:
                order.cancel()
        self.position.close()


def crossing(opens, closes=lambda s, close: s.position.close()):
    class Crossing(Base):
        def act(self, i, close):
            if self.up[i]:
                opens(self, close)
            if self.down[i]:
                closes(self, close)

    return Crossing


class Pullback(Base):
    def act(self, i, close):
        if self.weak[i] and not self.position:
            self.buy(size=20, sl=close * 0.96, tp=close * 1.05)
        if self.strong[i]:
            self.position.close()


class Fade(Base):
    """The mirror of the pullback: short on strength."""

    def act(self, i, close):
        if self.strong[i] and not self.position:
            self.sell(size=20, sl=close * 1.04, tp=close * 0.95)
        if self.weak[i]:
            self.position.close()


class Dips(Base):
    """Long after each falling bar while flat: many levels are met by gaps, and many bars hold both."""

    def act(self, i, close):
        if close < self.data.Open[-1] and not self.position:
            self.buy(size=20, sl=close * 0.98, tp=close * 1.02)


class Peaks(Base):
    def act(self, i, close):
        if close > self.data.Open[-1] and not self.position:
            self.sell(size=20, sl=close * 1.02, tp=close * 0.98)


class Narrow(Base):
    """The same with levels so near that a bar may open beyond the target and come back to the stop."""

    def act(self, i, close):
        if close < self.data.Open[-1] and not self.position:
            self.buy(size=20, sl=close * 0.99, tp=close * 1.004)


class Trailing(Base):
    def act(self, i, close):
        if self.up[i] and not self.position:
            self.buy(size=20)
        for trade in self.trades:
            trade.sl = max(trade.sl or 0, close * 0.95)


class Pyramid(Base):
    def act(self, i, close):
        if self.weak[i] and not self.down[i] and len(self.trades) < 3:
            self.buy(size=10)
        if self.down[i]:
            self.position.close()


class Halves(Base):
    def act(self, i, close):
        if self.up[i] and not self.position:
            self.buy(size=256)
        if self.strong[i]:
            self.position.close(0.5)
        if self.down[i]:
            self.position.close()


class Hedged(Base):
    def act(self, i, close):
        if self.up[i] and not any(t.is_long for t in self.trades):
            self.buy(size=20, sl=close * 0.96)
        if self.down[i] and not any(t.is_short for t in self.trades):
            self.sell(size=15, sl=close * 1.04)


ALL_IN = crossing(lambda s, close: s.buy())
UNITS = crossing(lambda s, close: s.buy(size=20))
BOTH = crossing(lambda s, close: s.buy(), lambda s, close: s.sell())
AGAINST = crossing(lambda s, close: s.buy(size=20), lambda s, close: s.sell(size=30))
LIMIT = crossing(lambda s, close: s.buy(size=20, limit=close * 0.985), lambda s, close: s.flat())
STOP = crossing(lambda s, close: s.buy(size=20, stop=close * 1.01), lambda s, close: s.flat())
STOP_LIMIT = crossing(lambda s, close: s.buy(size=20, stop=close * 1.01, limit=close * 1.02), lambda s, close: s.flat())
LIMIT_BRACKET = crossing(
    lambda s, close: s.buy(size=20, limit=close * 0.985, sl=close * 0.95, tp=close * 1.03), lambda s, close: s.flat()
)
STOP_BRACKET = crossing(
    lambda s, close: s.buy(size=20, stop=close * 1.01, sl=close * 0.97, tp=close * 1.06), lambda s, close: s.flat()
)

CASES = [
    ("cross_long", "sp500", ALL_IN, {}),
    ("cross_long_made", "made", ALL_IN, {}),
    ("cross_both", "sp500", BOTH, {"exclusive_orders": True}),
    ("cross_both_made", "made", BOTH, {"exclusive_orders": True}),
    ("cross_both_costs", "sp500", BOTH, {"exclusive_orders": True, "commission": 0.001, "spread": 0.0005}),
    ("opposite_units", "made", AGAINST, {}),
    ("pullback", "sp500", Pullback, {}),
    ("pullback_made", "made", Pullback, {}),
    ("fade_made", "made", Fade, {}),
    ("dips", "made", Dips, {}),
    ("narrow", "made", Narrow, {}),
    ("dips_costs", "made", Dips, {"commission": 0.001, "spread": 0.0005}),
    ("peaks", "made", Peaks, {}),
    ("costs_units", "sp500", UNITS, {"commission": 0.001, "spread": 0.0005}),
    ("costs_all_in", "sp500", ALL_IN, {"commission": 0.002, "spread": 0.001}),
    ("costs_fixed", "made", UNITS, {"commission": (1.5, 0.001)}),
    ("on_close", "sp500", ALL_IN, {"trade_on_close": True}),
    ("on_close_bracket", "made", Dips, {"trade_on_close": True}),
    ("limit_entry", "made", LIMIT, {}),
    ("stop_entry", "made", STOP, {}),
    ("stop_limit_entry", "made", STOP_LIMIT, {}),
    ("limit_bracket", "made", LIMIT_BRACKET, {}),
    ("stop_bracket", "made", STOP_BRACKET, {}),
    ("trailing", "sp500", Trailing, {}),
    ("trailing_made", "made", Trailing, {}),
    ("pyramid", "made", Pyramid, {}),
    ("halves", "made", Halves, {"commission": 0.001}),
    ("hedged", "made", Hedged, {"hedging": True}),
    ("short_cash", "made", UNITS, {"cash": 1_800}),
    ("margin", "made", UNITS, {"cash": 900, "margin": 0.5}),
    ("margin_thin", "made", UNITS, {"cash": 12, "margin": 0.005}),
    ("margin_all_in", "made", ALL_IN, {"cash": 2_000, "margin": 0.25}),
]


def run(name, data, strategy, options):
    bars = load(data)
    frame = bars.rename(columns=str.capitalize)
    strategy.up, strategy.down = crossings(data, bars.close.to_numpy())
    rsi = strength(bars.close.to_numpy())
    strategy.weak, strategy.strong = falls_below(rsi, 35 if data == "sp500" else 45), rises_above(rsi, 65)
    settings = {"cash": 100_000, **options}
    result = Backtest(frame, strategy, **settings).run()
    trades = result["_trades"]
    rows = trades[["EntryBar", "ExitBar", "Size", "EntryPrice", "ExitPrice", "PnL", "Commission"]].values.tolist()
    still = [[t.entry_bar, t.size, t.entry_price] for t in result["_strategy"].trades]
    return {
        "name": name,
        "data": data,
        "options": settings,
        "trades": columns(rows, ["entryBar", "exitBar", "size", "entryPrice", "exitPrice", "pnl", "costs"]),
        "open": columns(still, ["entryBar", "size", "entryPrice"]),
        "equity": equity_of(data, result["_equity_curve"]["Equity"].to_numpy()),
    }


write("backtesting.py", backtesting.__version__, [run(*case) for case in CASES])
