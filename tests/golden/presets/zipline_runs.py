# /// script
# requires-python = ">=3.11"
# dependencies = ["zipline-reloaded==3.2.1", "exchange_calendars==4.13.2", "numpy==2.5.5", "pandas==2.3.3"]
# ///
"""Transactions and equity of zipline-reloaded for the preset `zipline`.

Daily bars come from memory, since a bundle on disk keeps three decimals of a price.

    python tests/golden/presets/zipline_runs.py > tests/golden/presets/zipline.json
"""

import warnings

warnings.filterwarnings("ignore")
import pandas as pd
import sqlalchemy
import zipline
from shared import columns, crossings, equity_of, falls_below, load, rises_above, strength, write
from zipline import TradingAlgorithm, api
from zipline.assets import AssetDBWriter, AssetFinder
from zipline.data.data_portal import DataPortal
from zipline.data.in_memory_daily_bars import InMemoryDailyBarReader
from zipline.finance import commission, slippage
from zipline.finance.trading import SimulationParameters
from zipline.utils.calendar_utils import get_calendar

SID = 1


class Bars(InMemoryDailyBarReader):
    @property
    def last_available_dt(self):
        return self._sessions[-1]

    def get_value(self, sid, dt, field):
        return self._frames[field].at[dt, int(sid)]

    def get_last_traded_dt(self, asset, dt):
        return dt


def named(model):
    given = {k: v for k, v in vars(model).items() if not k.startswith("_") and k != "percentage"}
    return f"{type(model).__name__}({', '.join(f'{k}={v}' for k, v in given.items())})"


def crossing(opens, closes=lambda asset, close: api.order_target(asset, 0)):
    def act(asset, bar, close, held, now):
        if now["up"]:
            opens(asset, close)
        if now["down"]:
            closes(asset, close)

    return act


def flat(asset, close):
    for order in api.get_open_orders(asset):
        api.cancel_order(order)
    api.order_target(asset, 0)


def bracket(act):
    """Stop and target as two orders sent once the position stands; what is left is cancelled by hand."""

    def run(asset, bar, close, held, now):
        if held and not api.get_open_orders(asset):
            entry = now["memory"]["close"]
            api.order(asset, -held, stop_price=entry * 0.96)
            api.order(asset, -held, limit_price=entry * 1.05)
        if not held:
            for order in api.get_open_orders(asset):
                api.cancel_order(order)
            act(asset, close, now)

    return run


def weak(asset, close, now):
    if now["weak"]:
        now["memory"]["close"] = close
        api.order(asset, 20)


def pyramid(asset, bar, close, held, now):
    if now["weak"] and not now["down"] and held < 30:
        api.order(asset, 10)
    if now["down"]:
        api.order_target(asset, 0)


def halves(asset, bar, close, held, now):
    if now["up"]:
        api.order(asset, 21)
    if now["strong"] and held:
        api.order(asset, -(held // 2))
    if now["down"]:
        api.order_target(asset, 0)


UNITS = crossing(lambda a, c: api.order(a, 20))
AGAINST = crossing(lambda a, c: api.order(a, 20), lambda a, c: api.order(a, -30))
ALL_IN = crossing(lambda a, c: api.order_target_percent(a, 1.0))
BOTH = crossing(lambda a, c: api.order_target_percent(a, 1.0), lambda a, c: api.order_target_percent(a, -1.0))
LIMIT = crossing(lambda a, c: api.order(a, 20, limit_price=c * 0.985), flat)
STOP = crossing(lambda a, c: api.order(a, 20, stop_price=c * 1.01), flat)
STOP_LIMIT = crossing(lambda a, c: api.order(a, 20, stop_price=c * 1.01, limit_price=c * 1.02), flat)
VALUE = crossing(lambda a, c: api.order_value(a, 30_000))
MANY = crossing(lambda a, c: api.order(a, 300), flat)

FREE = (commission.NoCommission(), slippage.NoSlippage())
DOLLAR = (commission.PerDollar(0.001), slippage.FixedBasisPointsSlippage(5.0, 1.0))
DEFAULTS = (commission.PerShare(0.001), slippage.FixedBasisPointsSlippage(5.0, 0.1))

CASES = [
    ("cross_long", "sp500", ALL_IN, FREE, {}),
    ("cross_long_made", "made", ALL_IN, FREE, {"cash": 10_000}),
    ("cross_both", "sp500", BOTH, FREE, {}),
    ("cross_both_made", "made", BOTH, FREE, {"cash": 10_000}),
    ("cross_both_costs", "sp500", BOTH, DOLLAR, {}),
    ("costs_units", "sp500", UNITS, DOLLAR, {}),
    ("costs_all_in", "sp500", ALL_IN, DOLLAR, {}),
    ("costs_spread", "made", UNITS, (commission.PerTrade(1.5), slippage.FixedSlippage(0.06)), {}),
    ("defaults", "sp500", ALL_IN, DEFAULTS, {}),
    ("defaults_made", "made", MANY, DEFAULTS, {}),
    ("volume_share", "made", MANY, (commission.NoCommission(), slippage.VolumeShareSlippage(0.025, 0.1)), {}),
    ("share_minimum", "made", MANY, (commission.PerShare(0.01, 2.0), slippage.FixedBasisPointsSlippage(0.0, 0.1)), {}),
    ("value", "sp500", VALUE, FREE, {}),
    ("limit_entry", "made", LIMIT, FREE, {}),
    ("stop_entry", "made", STOP, FREE, {}),
    ("stop_limit_entry", "made", STOP_LIMIT, FREE, {}),
    ("bracket", "made", bracket(weak), FREE, {}),
    ("bracket_sp500", "sp500", bracket(weak), FREE, {}),
    ("pyramid", "made", pyramid, DOLLAR, {}),
    ("halves", "made", halves, DOLLAR, {}),
    ("opposite_units", "made", AGAINST, FREE, {"cash": 20}),
    ("short_cash", "made", UNITS, FREE, {"cash": 20}),
]


def run(name, data, act, models, options):
    bars = load(data)
    close = bars.close.to_numpy()
    rsi = strength(close)
    up, down = crossings(data, close)
    low, high = falls_below(rsi, 35 if data == "sp500" else 45), rises_above(rsi, 65)
    calendar = get_calendar(
        "XNYS", start=bars.index[0] - pd.Timedelta(days=30), end=bars.index[-1] + pd.Timedelta(days=10)
    )
    sessions = calendar.sessions_in_range(bars.index[0], bars.index[-1])
    assert sessions.equals(bars.index.rename(None)), "the calendar has other sessions than the data"
    frames = {field: bars[[field]].set_axis([SID], axis=1) for field in bars.columns}
    reader = Bars(frames, calendar, pd.Series({SID: "USD"}), verify_indices=False)
    equities = pd.DataFrame(
        {
            "symbol": ["X"],
            "start_date": bars.index[0],
            "end_date": bars.index[-1] + pd.Timedelta(days=5),
            "exchange": "NYSE",
        },
        index=[SID],
    )
    settings = {"cash": 100_000, **options}
    memory = {}

    def initialize(context):
        context.asset = api.sid(SID)
        context.bar = -1
        api.set_commission(us_equities=models[0])
        api.set_slippage(us_equities=models[1])

    def handle_data(context, view):
        context.bar += 1
        i = context.bar
        now = {"up": up[i], "down": down[i], "weak": low[i], "strong": high[i], "memory": memory}
        price = view.current(context.asset, "close")
        assert price == close[i]
        act(context.asset, i, float(price), context.portfolio.positions[context.asset].amount, now)

    exchanges = pd.DataFrame({"exchange": ["NYSE"], "canonical_name": ["NYSE"], "country_code": ["US"]})
    engine = sqlalchemy.create_engine("sqlite://")
    AssetDBWriter(engine).write(equities=equities, exchanges=exchanges)
    portal = DataPortal(AssetFinder(engine), calendar, bars.index[0], equity_daily_reader=reader)
    params = SimulationParameters(
        start_session=bars.index[0],
        end_session=bars.index[-1],
        trading_calendar=calendar,
        capital_base=settings["cash"],
        data_frequency="daily",
    )
    algorithm = TradingAlgorithm(
        sim_params=params,
        data_portal=portal,
        initialize=initialize,
        handle_data=handle_data,
        trading_calendar=calendar,
        benchmark_returns=pd.Series(0.0, index=sessions),
    )
    daily = algorithm.run()
    spent = {}
    fills = []
    for i, (done, orders) in enumerate(zip(daily.transactions, daily.orders)):
        fees = {order["id"]: order["commission"] for order in orders}
        for deal in done:
            paid = fees[deal["order_id"]]
            fills.append([i, deal["amount"], deal["price"], paid - spent.get(deal["order_id"], 0.0)])
            spent[deal["order_id"]] = paid
    return {
        "name": name,
        "data": data,
        "options": {**settings, "commission": named(models[0]), "slippage": named(models[1])},
        "fills": columns(fills, ["bar", "size", "price", "fee"]),
        "equity": equity_of(data, daily.portfolio_value.to_numpy()),
    }


write("zipline-reloaded", zipline.__version__, [run(*case) for case in CASES])
