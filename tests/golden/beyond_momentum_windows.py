"""Averages and windows of beyond_momentum.py, each from whole windows or explicit weights instead of recursions."""

import numpy as np


def windows(x, n):
    """The last n rows at every row, oldest first; NaN where there are fewer."""
    padded = np.concatenate([np.full(n - 1, np.nan), x])
    return np.lib.stride_tricks.sliding_window_view(padded, n)


def total(x, n):
    return windows(x, n).sum(axis=1)


def sma(x, n):
    return windows(x, n).mean(axis=1)


def wma(x, n):
    return windows(x, n) @ np.arange(1.0, n + 1) / (n * (n + 1) / 2)


def highest(x, n):
    return windows(x, n).max(axis=1)


def lowest(x, n):
    return windows(x, n).min(axis=1)


def back(x, n):
    """The row n rows ago."""
    return np.concatenate([np.full(n, np.nan), x])[: len(x)]


def change(x, n=1):
    return x - back(x, n)


def weighted(x, n, alpha):
    """Exponential average from the mean of the first n numbers on, with every weight written out."""
    first = int(np.argmax(~np.isnan(x)))
    rows = x[first:]
    out = np.full(len(x), np.nan)
    if len(rows) < n:
        return out
    levels = np.concatenate([[rows[:n].mean()], rows[n:]])
    age = np.subtract.outer(np.arange(len(levels)), np.arange(len(levels)))
    weights = np.where(age >= 0, (1 - alpha) ** np.maximum(age, 0), 0.0)
    weights[:, 1:] *= alpha
    out[first + n - 1 :] = weights @ levels
    return out


def ema(x, n):
    return weighted(x, n, 2 / (n + 1))


def wilder(x, n):
    return weighted(x, n, 1 / n)


def true_range(high, low, close):
    before = back(close, 1)
    reach = np.maximum(high, before) - np.minimum(low, before)
    return reach


def ratio(a, b, otherwise=0.0):
    """a / b, and `otherwise` where b is zero."""
    out = np.full(len(a), otherwise)
    np.divide(a, b, out=out, where=b != 0)
    return np.where(np.isnan(a) | np.isnan(b), np.nan, out)


def line(x, n, at):
    """Least-squares line through the last n rows, its value at row `at` (0 the oldest)."""
    rows = np.arange(n) - (n - 1) / 2
    slope = windows(x, n) @ rows / (rows @ rows)
    return sma(x, n) + slope * (at - (n - 1) / 2)


def rsi(x, n, lag=1):
    moves = change(x, lag)
    up = wilder(np.maximum(moves, 0), n)
    down = wilder(np.maximum(-moves, 0), n)
    both = up + down
    return np.where(both < 1e-14, 0.0, 100 * up / np.where(both < 1e-14, 1.0, both)) + 0 * both
