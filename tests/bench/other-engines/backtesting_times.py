# /// script
# requires-python = ">=3.11"
# dependencies = ["backtesting==0.6.6", "numpy==2.5.5", "pandas==3.1.1", "bokeh==3.10.2"]
# ///
"""Times backtesting.py for tests/bench/other-engines.bench.ts (see shared.py)."""

import warnings

warnings.filterwarnings("ignore")
import backtesting
from backtesting import Backtest, Strategy
from shared import CASE, CASH, FEE, ROWS, STOP, TARGET, TRAIL, UNITS, load, report

backtesting.backtesting._tqdm = lambda items, **_: items


class Cross(Strategy):
    def init(self):
        pass

    def next(self):
        i = len(self.data) - 1
        if self.up[i]:
            self.buy(size=UNITS)
        elif self.down[i]:
            self.position.close()


class Bracket(Strategy):
    def init(self):
        pass

    def next(self):
        if not self.position:
            close = self.data.Close[-1]
            self.buy(size=UNITS, sl=close * STOP, tp=close * TARGET)


class Trail(Strategy):
    """A stop that is raised by closes."""

    def init(self):
        pass

    def next(self):
        close = self.data.Close[-1]
        if not self.position:
            self.buy(size=UNITS)
        for trade in self.trades:
            trade.sl = max(trade.sl or 0, close * (1 - TRAIL))


def ran(strategy, rows=ROWS):
    bars, strategy.up, strategy.down = load(rows)
    test = Backtest(bars.rename(columns=str.capitalize), strategy, cash=CASH, commission=FEE)

    def work():
        result = test.run()
        return len(result["_trades"]), float(result["_equity_curve"]["Equity"].iloc[-1])

    return work


STRATEGY = {"cross": Cross, "bracket": Bracket, "trail": Trail}[CASE]
ran(STRATEGY, 2000)()
report(f"backtesting.py {backtesting.__version__}", ran(STRATEGY), lambda: None)
