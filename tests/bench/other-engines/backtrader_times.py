# /// script
# requires-python = ">=3.11"
# dependencies = ["backtrader==1.9.78.123", "numpy==2.5.5", "pandas==3.1.1"]
# ///
"""Times backtrader for tests/bench/other-engines.bench.ts (see shared.py)."""

import backtrader as bt
from shared import CASE, CASH, FEE, ROWS, STOP, TARGET, TRAIL, UNITS, load, report


class Base(bt.Strategy):
    params = (("up", None), ("down", None))

    def __init__(self):
        self.closed = 0
        self.waiting = []

    def notify_trade(self, trade):
        self.closed += trade.isclosed

    def notify_order(self, order):
        if not order.alive() and order in self.waiting:
            self.waiting.remove(order)


class Cross(Base):
    def next(self):
        i = len(self) - 1
        if self.p.up[i]:
            self.buy(size=UNITS)
        elif self.p.down[i] and self.position:
            self.close()


class Bracket(Base):
    def next(self):
        if not self.position and not self.waiting:
            close = self.data.close[0]
            self.waiting = self.buy_bracket(
                size=UNITS, exectype=bt.Order.Market, stopprice=close * STOP, limitprice=close * TARGET
            )


class Trail(Base):
    """The trailing stop is sent at the close of the bar on which the entry filled."""

    def next(self):
        if not self.position:
            self.buy(size=UNITS)
        elif not self.waiting:
            self.waiting = [self.sell(size=UNITS, exectype=bt.Order.StopTrail, trailpercent=TRAIL)]


def ran(strategy, rows=ROWS):
    bars, up, down = load(rows)

    def work():
        engine = bt.Cerebro(stdstats=False)
        engine.adddata(bt.feeds.PandasData(dataname=bars))
        engine.broker.setcash(CASH)
        engine.broker.setcommission(commission=FEE)
        engine.addstrategy(strategy, up=up, down=down)
        [done] = engine.run()
        return done.closed, engine.broker.getvalue()

    return work


STRATEGY = {"cross": Cross, "bracket": Bracket, "trail": Trail}[CASE]
report(f"backtrader {bt.__version__}", ran(STRATEGY), ran(STRATEGY, 2000))
