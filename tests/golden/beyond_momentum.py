# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "scipy==1.17.1", "pandas==3.1.1", "pandas-ta-classic==0.8.32", "ta==0.11.0"]
# ///
"""Writes beyond/<name>.json: momentum and volume indicators that TA-Lib lacks, on seeded bars, and their metadata.

    python tests/golden/beyond_momentum.py

The values are those of the formulas in beyond_momentum_formulas.py, beyond_momentum_more.py and
beyond_volume_formulas.py. Where a published
package has the same definition (`CHECKS`), its values must agree or nothing is written. Columns are base64 of
little-endian f64, from row `begin` on; the bars are in beyond/series-momentum.json.
"""

import base64
import datetime
import hashlib
import json
from pathlib import Path

import beyond_momentum_formulas as momentum
import beyond_momentum_more as more
import beyond_volume_formulas as volume
import numpy as np
from beyond_momentum_checks import CHECKS

FOLDER = Path(__file__).parent / "beyond"
METADATA = Path(__file__).parent / "metadata.json"
ROWS = 200

# Name: where its formula is, default parameters, other ones.
CASES = {
    "fisher": (momentum, [10], [5]),
    "connors_rsi": (momentum, [3, 2, 100], [5, 3, 20]),
    "stc": (momentum, [23, 50, 10, 0.5], [7, 15, 6, 0.3]),
    "elder_ray": (momentum, [13], [5]),
    "vortex": (momentum, [14], [5]),
    "mass_index": (momentum, [9, 25], [4, 11]),
    "choppiness": (momentum, [14], [6]),
    "qqe": (momentum, [14, 5, 4.236], [6, 3, 2.5]),
    "tsi": (momentum, [25, 13, 13], [10, 4, 5]),
    "kst": (momentum, [10, 15, 20, 30, 10, 10, 10, 15, 9], [3, 6, 4, 8, 5, 2, 7, 3, 4]),
    "coppock": (momentum, [14, 11, 10], [6, 9, 4]),
    "rvgi": (momentum, [10], [4]),
    "rvi": (momentum, [10, 14], [5, 6]),
    "squeeze_momentum": (momentum, [20, 2.0, 20, 1.5], [9, 1.6, 14, 1.2]),
    "awesome_oscillator": (momentum, [5, 34], [12, 4]),
    "accelerator_oscillator": (momentum, [5, 34, 5], [3, 11, 8]),
    "dpo": (momentum, [20], [7]),
    "smi": (momentum, [13, 25, 2, 3], [5, 4, 8, 6]),
    "pgo": (momentum, [14], [6]),
    "psl": (momentum, [12], [5]),
    "bias": (momentum, [26], [6]),
    "forecast_oscillator": (momentum, [5], [14]),
    "rmi": (momentum, [20, 5], [9, 3]),
    "laguerre_rsi": (momentum, [0.5], [0.8]),
    "wave_trend": (momentum, [10, 21, 4], [6, 9, 3]),
    "cyber_cycle": (momentum, [0.07], [0.3]),
    "pvo": (volume, [12, 26, 9], [5, 11, 4]),
    "volume_oscillator": (volume, [5, 10], [14, 28]),
    "klinger": (volume, [34, 55, 13], [5, 14, 6]),
    "cmf": (volume, [20], [6]),
    "ease_of_movement": (volume, [14, 10000.0], [6, 1e8]),
    "force_index": (volume, [13], [4]),
    "pvt": (volume, [], []),
    "nvi": (volume, [], []),
    "pvi": (volume, [], []),
    "twiggs_money_flow": (volume, [21], [8]),
    "vwmacd": (volume, [12, 26, 9], [4, 9, 5]),
    "efficiency_ratio": (more, [10], [4]),
    "vhf": (more, [28], [9]),
    "qstick": (more, [8], [3]),
    "cti": (more, [20], [7]),
    "pfe": (more, [10, 5], [5, 3]),
    "trend_intensity": (more, [60, 30], [20, 9]),
    "kdj": (more, [9, 3, 3], [5, 4, 2]),
    "brar": (more, [26], [9]),
    "vix_fix": (more, [22], [8]),
    "cog": (more, [10], [6]),
    "derivative_oscillator": (more, [14, 5, 3, 9], [6, 3, 4, 5]),
    "elder_impulse": (more, [13, 12, 26, 9], [5, 4, 9, 3]),
    "wad": (more, [], []),
    "bw_mfi": (more, [], []),
    "relative_volume": (more, [20], [6]),
    "vfi": (more, [70, 0.2, 2.5, 3], [25, 0.1, 1.5, 4]),  # the defaults need more rows than the series have
    "vzo": (more, [14], [5]),
}


def walk(random):
    """Bars of a random walk near 100."""
    close = 100 * np.exp(np.cumsum(random.normal(0, 0.012, ROWS)))
    opened = np.concatenate([[100.0], close[:-1]]) * np.exp(random.normal(0, 0.003, ROWS))
    high = np.maximum(opened, close) * np.exp(np.abs(random.normal(0, 0.006, ROWS)))
    low = np.minimum(opened, close) * np.exp(-np.abs(random.normal(0, 0.006, ROWS)))
    traded = np.round(random.lognormal(9, 0.6, ROWS))
    return {"open": opened, "high": high, "low": low, "close": close, "volume": traded}


def ticks(random):
    """Prices in quarters: ties, bars without range, stretches without movement or volume, then a steady rise."""
    bars = {name: np.round(column * 4) / 4 for name, column in walk(random).items()}
    bars["volume"] = np.round(bars["volume"] / 1000) * 1000
    for begin, length in [(40, 6), (77, 4), (120, 7)]:
        for name in ("open", "high", "low", "close"):
            bars[name][begin : begin + length] = bars["close"][begin - 1]
        bars["volume"][begin : begin + length : 2] = 0
    rise = 0.5 * np.arange(25)
    for name in ("open", "high", "low", "close"):
        bars[name][150:175] = bars["close"][149] + rise + {"high": 0.25, "low": -0.5, "open": -0.25}.get(name, 0)
    return bars


def encode(column):
    return base64.b64encode(np.asarray(column, "<f8").tobytes()).decode()


def run(name, bars, params):
    """First row and columns from there on; every output begins at the same row and has no gap."""
    columns = [np.asarray(c, float) for c in getattr(CASES[name][0], name)(bars, *params)]
    begins = {int(np.argmax(~np.isnan(column))) for column in columns}
    assert len(begins) == 1, (name, begins)
    (begin,) = begins
    assert all(np.isfinite(column[begin:]).all() for column in columns), name
    return begin, columns


def check(name, bars, params, columns):
    """Holds the columns against a package: None where it has no output, rows where it has none are left out."""
    for column, other in zip(columns, CHECKS[name](bars, *params), strict=True):
        if other is None:
            continue
        both = ~np.isnan(column) & ~np.isnan(other)
        assert both.sum() > 40, (name, params, both.sum())
        np.testing.assert_allclose(column[both], other[both], rtol=1e-9, atol=1e-9 * np.abs(column[both]).max(), err_msg=name)


def main():
    random = np.random.default_rng(20261121)
    series = {"walk": walk(random), "ticks": ticks(random)}
    written = {"series-momentum": {label: {k: encode(v) for k, v in bars.items()} for label, bars in series.items()}}
    for name, (_, default, other) in CASES.items():
        cases = []
        for label, params in [("walk", default), ("ticks", default), *([("ticks", other)] if other else [])]:
            begin, columns = run(name, series[label], params)
            cases.append({"series": label, "params": params, "begin": begin, "values": [encode(c[begin:]) for c in columns]})
        for params in [default, other] if name in CHECKS else []:
            check(name, series["walk"], params, run(name, series["walk"], params)[1])
        written[name] = {"cases": cases}
    FOLDER.mkdir(exist_ok=True)
    metadata = json.loads(METADATA.read_text())
    for name, content in written.items():
        path = FOLDER / f"{name}.json"
        path.write_text(json.dumps(content) + "\n")
        checked = "; agrees with pandas-ta-classic 0.8.32 or ta 0.11.0" if name in CHECKS else ""
        metadata[f"beyond/{name}.json"] = {
            "origin": "tests/golden/beyond_momentum.py",
            "tool": "numpy and scipy on the published formula" + checked,
            "version": "numpy 2.4.6, scipy 1.17.1",
            "licence": "own series and script, values are facts",
            "date": datetime.date.today().isoformat(),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    METADATA.write_text(json.dumps(dict(sorted(metadata.items())), indent=2) + "\n")


main()
