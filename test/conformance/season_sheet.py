"""The rules' step 1: what is usual at this phase of a cycle is taken off."""

import math

CYCLES = 16


def first_season():
    return {"i": 0, "profile": {}, "visits": {}, "usual": None}


def season_of(above, p, x, spread):
    """(the season after sample x, x less its season). `spread`: limit times the deviation."""
    samples_a_cycle = math.floor(p["season"] / p["period"] + 0.5)
    season = {
        "i": above["i"] + 1,
        "profile": dict(above["profile"]),
        "visits": dict(above["visits"]),
        "usual": above["usual"],
    }
    if p["season"] == 0 or samples_a_cycle < 2:
        return season, x
    i = above["i"]
    bins = min(p["bins"], samples_a_cycle)
    k = (i % samples_a_cycle) * bins // samples_a_cycle
    if k not in above["profile"]:
        season["profile"][k] = x
        season["visits"][k] = 1
        return season, x
    if i >= samples_a_cycle and above["usual"] is None:
        profile = above["profile"]
        season["usual"] = sum(profile[j] for j in sorted(profile)) / len(profile)
    y = x - above["profile"][k]
    visits = above["visits"][k] + 1
    taught = y
    if i > 2 * samples_a_cycle:
        taught = min(max(y, -2 * spread), 2 * spread)
    season["visits"][k] = visits
    season["profile"][k] = above["profile"][k] + max(1 / visits, 1 / CYCLES) * taught
    if season["usual"] is None:
        return season, x
    return season, y + season["usual"]
