# /// script
# requires-python = ">=3.11"
# dependencies = ["vectorbt==1.2.0", "numba==0.68.1", "numpy==2.5.5", "pandas==3.1.1", "scipy==1.18.1"]
# ///
"""Times vectorbt for tests/bench/other-engines.bench.ts (see shared.py); its functions are compiled before."""

import warnings

warnings.filterwarnings("ignore")
import numpy as np
import vectorbt as vbt
from shared import CASE, CASH, FEE, ROWS, STOP, TARGET, TRAIL, UNITS, column, load, report

INSTRUMENTS, EVERY, INVESTED = 100, 21, 0.95


def late(signals):
    """Seen at a close, done at the next open."""
    return np.concatenate([[False], signals[:-1]])


def signals(rows=ROWS):
    bars, up, down = load(rows)
    always, never = np.ones(len(bars), bool), np.zeros(len(bars), bool)
    prices = {name: bars[name] for name in ("open", "high", "low", "close")}
    given = {
        "cross": {"entries": late(up), "exits": late(down), "price": bars.open},
        "bracket": {"entries": always, "exits": never, "sl_stop": 1 - STOP, "tp_stop": TARGET - 1},
        "trail": {"entries": always, "exits": never, "sl_stop": TRAIL, "sl_trail": True},
    }[CASE]

    def work():
        ran = vbt.Portfolio.from_signals(**prices, **given, size=UNITS, fees=FEE, init_cash=CASH, freq="1min")
        closed = int((ran.exit_trades.records["status"] == 1).sum())
        return closed, float(ran.value().iloc[-1])

    return work


def portfolio(rows=ROWS):
    closes = column("closes").reshape(INSTRUMENTS, -1).T[: rows // INSTRUMENTS]
    sizes = np.full(closes.shape, np.nan)
    sizes[::EVERY] = INVESTED / INSTRUMENTS

    def work():
        ran = vbt.Portfolio.from_orders(
            closes,
            size=sizes,
            size_type="targetpercent",
            group_by=True,
            cash_sharing=True,
            call_seq="auto",
            fees=FEE,
            init_cash=CASH,
            freq="1D",
        )
        return int(ran.orders.count()), float(ran.value().iloc[-1])

    return work


MAKE = portfolio if CASE == "portfolio" else signals
report(f"vectorbt {vbt.__version__}", MAKE(), MAKE(30_000))
