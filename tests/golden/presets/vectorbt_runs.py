# /// script
# requires-python = ">=3.11"
# dependencies = ["vectorbt==1.2.0", "numba==0.68.1", "numpy==2.5.5", "pandas==3.1.1", "scipy==1.18.1"]
# ///
"""Orders, trades and equity of vectorbt for the preset of that name.

    python tests/golden/presets/vectorbt_runs.py > tests/golden/presets/vectorbt.json
"""

import warnings

warnings.filterwarnings("ignore")
import numpy as np
import vectorbt as vbt
from shared import columns, crossings, equity_of, falls_below, load, rises_above, strength, write

PULLBACK = {"long": "weak", "leave": "strong", "size": 20, "sl_stop": 0.04, "tp_stop": 0.05}
NARROW = {"long": "falling", "size": 20, "sl_stop": 0.01, "tp_stop": 0.004}
DIPS = {"long": "falling", "size": 20, "sl_stop": 0.02, "tp_stop": 0.02}
PEAKS = {"short": "rising", "size": 20, "sl_stop": 0.02, "tp_stop": 0.02}
LONG = {"long": "up", "leave": "down"}
BOTH = {"long": "up", "short": "down"}
UNITS = {**LONG, "size": 20}
COSTS = {"fees": 0.001, "slippage": 0.0005}

CASES = [
    ("cross_long", "sp500", LONG),
    ("cross_long_made", "made", LONG),
    ("cross_both", "sp500", {**BOTH, "size": 20}),
    ("cross_both_made", "made", BOTH),
    ("cross_both_costs", "sp500", {**BOTH, **COSTS}),
    ("both_ignored", "made", {**BOTH, "size": 20, "upon_opposite_entry": "ignore"}),
    ("both_closed", "made", {**BOTH, "size": 20, "upon_opposite_entry": "close"}),
    ("pullback", "sp500", PULLBACK),
    ("pullback_made", "made", PULLBACK),
    ("dips", "made", DIPS),
    ("narrow", "made", NARROW),
    ("dips_costs", "made", {**DIPS, **COSTS}),
    ("peaks", "made", PEAKS),
    ("costs_units", "sp500", {**UNITS, **COSTS}),
    ("costs_all_in", "sp500", {**LONG, **COSTS}),
    ("costs_fixed", "made", {**UNITS, **COSTS, "fixed_fees": 1.5}),
    ("next_open", "sp500", {**LONG, **COSTS, "price": "next open"}),
    ("trailing", "sp500", {"long": "up", "size": 20, "sl_stop": 0.05, "sl_trail": True}),
    ("trailing_made", "made", {"long": "up", "size": 20, "sl_stop": 0.05, "sl_trail": True}),
    (
        "trailing_open",
        "made",
        {"long": "up", "size": 20, "sl_stop": 0.05, "sl_trail": True, "price": "next open", "stop_entry_price": "fillprice"},
    ),
    ("trailing_short", "made", {"short": "down", "size": 20, "sl_stop": 0.05, "sl_trail": True}),
    ("pyramid", "made", {"long": "weak alone", "leave": "down", "size": 10, "accumulate": "addonly", "fees": 0.001}),
    ("value", "sp500", {**LONG, "size": 30_000, "size_type": "value", "fees": 0.001}),
    ("percent", "sp500", {**LONG, "size": 0.5, "size_type": "percent", "fees": 0.001}),
    ("whole_units", "sp500", {**LONG, **COSTS, "size_granularity": 1}),
    ("short_cash", "made", {**UNITS, "init_cash": 1_800, "fees": 0.001}),
    ("short_credit", "made", {"short": "down", "cover": "up", "size": 300, "init_cash": 1_800}),
    ("short_cash_refused", "made", {**UNITS, "init_cash": 1_800, "fees": 0.001, "allow_partial": False}),
]


def run(name, data, options):
    bars = load(data)
    close = bars.close.to_numpy()
    up, down = crossings(data, close)
    rsi = strength(close)
    known = {
        "up": up,
        "down": down,
        "weak": falls_below(rsi, 35 if data == "sp500" else 45),
        "weak alone": falls_below(rsi, 35 if data == "sp500" else 45) & ~down,
        "strong": rises_above(rsi, 65),
        "falling": close < bars.open.to_numpy(),
        "rising": close > bars.open.to_numpy(),
        None: np.zeros(len(close), bool),
    }
    settings = {"init_cash": 100_000, "size": "inf", **options}
    given = {k: v for k, v in settings.items() if k not in ("long", "leave", "short", "cover", "price")}
    given["size"] = float(given["size"])
    long, leave, short, cover = (known[settings.get(k)] for k in ("long", "leave", "short", "cover"))
    late = settings.get("price") == "next open"
    shift = (lambda s: np.concatenate([[False], s[:-1]])) if late else (lambda s: s)
    ran = vbt.Portfolio.from_signals(
        close=bars.close,
        open=bars.open,
        high=bars.high,
        low=bars.low,
        price=bars.open if late else bars.close,
        entries=shift(long),
        exits=shift(leave),
        short_entries=shift(short),
        short_exits=shift(cover),
        freq="1D",
        **given,
    )
    orders = ran.orders.records
    sign = np.where(orders["side"] == 0, 1, -1)
    fills = list(zip(orders["idx"], sign * orders["size"], orders["price"], orders["fees"]))
    done = ran.exit_trades.records
    way = np.where(done["direction"] == 0, 1, -1)
    trades = [
        [r.entry_idx, r.exit_idx, w * r.size, r.entry_price, r.exit_price, r.pnl, r.entry_fees + r.exit_fees, r.status]
        for r, w in zip(done.itertuples(), way)
    ]
    names = ["entryBar", "exitBar", "size", "entryPrice", "exitPrice", "pnl", "costs", "closed"]
    return {
        "name": name,
        "data": data,
        "options": settings,
        "fills": columns(fills, ["bar", "size", "price", "fee"]),
        "trades": columns(trades, names),
        "equity": equity_of(data, ran.value().to_numpy()),
    }


write("vectorbt", vbt.__version__, [run(*case) for case in CASES])
