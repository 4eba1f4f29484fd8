# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pandas==3.1.1"]
# ///
"""Exposure, turnover, concentration and attribution by pandas, for the portfolio metrics of Backtab.

    python tests/golden/portfolio-metrics.py > tests/golden/portfolio-metrics.json

Turnover is pyfolio's `get_turnover` with the denominator `portfolio_value` (traded value of the day, both ways, over
the value of the portfolio at its end) written in pandas; concentration is the Herfindahl index.
"""

import json
import sys

import numpy as np
import pandas as pd


def main():
    rng = np.random.default_rng(23)
    count, assets = 700, 4
    time = pd.date_range("2018-11-05", periods=count, freq="B", tz="UTC")
    equity = pd.Series(100_000 * np.cumprod(1 + rng.normal(0.0003, 0.01, count)), time)
    exposure = rng.choice([-0.5, 0.0, 0.3, 0.9, 1.4], count) * rng.uniform(0.5, 1, count)
    fills = pd.DataFrame(
        {
            "bar": np.sort(rng.integers(0, count, 180)),
            "quantity": rng.integers(1, 500, 180).astype(float),
            "price": rng.uniform(10, 200, 180),
        }
    )
    traded = (fills.quantity * fills.price).groupby(fills.bar).sum().reindex(range(count), fill_value=0.0)
    turnover = traded.to_numpy() / equity.to_numpy()
    values = rng.normal(0, 20_000, (count, assets)) * (rng.random((count, assets)) < 0.7)
    values[100:110] = 0
    held = values[np.abs(values).sum(axis=1) > 0]
    shares = np.abs(held) / np.abs(held).sum(axis=1, keepdims=True)
    index = (shares**2).sum(axis=1)
    tags = rng.choice(["breakout", "pullback", ""], 90)
    pnl = rng.normal(40, 300, 90)
    by_tag = pd.DataFrame({"tag": tags, "pnl": pnl}).groupby("tag").pnl.agg(["count", "sum"])
    periods = {}
    for name, freq, key in (
        ("year", "YE", lambda d: f"{d.year}"),
        ("quarter", "QE", lambda d: f"{d.year}-Q{d.quarter}"),
        ("month", "ME", lambda d: f"{d.year}-{d.month:02d}"),
    ):
        last = equity.resample(freq).last()
        before = last.shift(1).fillna(equity.iloc[0])
        bars = equity.resample(freq).count()
        periods[name] = [
            {"key": key(d), "bars": int(bars[d]), "pnl": float(last[d] - before[d]), "return": float(last[d] / before[d] - 1)}
            for d in last.index
        ]
    json.dump(
        {
            "time": [int(t.timestamp() * 1000) for t in time],
            "equity": equity.tolist(),
            "exposure": exposure.tolist(),
            "exposureShares": {
                "long": float((exposure > 0).mean()),
                "short": float((exposure < 0).mean()),
                "flat": float((exposure == 0).mean()),
                "meanNet": float(exposure.mean()),
                "meanGross": float(np.abs(exposure).mean()),
                "maxGross": float(np.abs(exposure).max()),
            },
            "fills": fills.to_dict("records"),
            "turnover": turnover.tolist(),
            "turnoverAYear": float(turnover.mean() * 252),
            "values": values.T.tolist(),
            "concentration": {
                "mean": float(index.mean()),
                "greatest": float(index.max()),
                "effectiveAssets": float(1 / index.mean()),
            },
            "tagged": [{"tag": str(t), "pnl": float(p)} for t, p in zip(tags, pnl)],
            "byTag": {str(k): {"trades": int(v["count"]), "pnl": float(v["sum"])} for k, v in by_tag.iterrows()},
            "periods": periods,
        },
        sys.stdout,
    )
    print()


main()
