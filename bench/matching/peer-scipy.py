"""Answers one request a line on standard input with one line of JSON on standard output.

A request names a file of little-endian 32-bit integers: mentees, mentors, pairs, then the row
starts, the mentors, the values, the places, and data that scipy does not need. scipy knows neither
places nor unmatched mentees, so a mentor with three places becomes three columns, and each mentee
gets a column of its own that costs as much as a pair of value 0. Only solving is timed.
"""

import json
import resource
import sys
import time

import numpy as np
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

HIGHEST = 1_000_001


def read(path):
    data = np.fromfile(path, dtype=np.int32)
    mentees, mentors, pairs = data[:3]
    parts = np.split(data[3:], np.cumsum([mentees + 1, pairs, pairs, mentors]))
    return int(mentees), int(mentors), *parts[:4]


def build(path):
    mentees, mentors, start, mentor, value, places = read(path)
    rows = np.repeat(np.arange(mentees, dtype=np.int32), np.diff(start))
    first = np.concatenate(([0], np.cumsum(places)[:-1])).astype(np.int32)
    repeats = places[mentor]
    columns = np.repeat(first[mentor], repeats)
    ends = np.cumsum(repeats)
    columns = columns + (np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - repeats, repeats))
    rows = np.repeat(rows, repeats)
    costs = HIGHEST - np.repeat(value, repeats).astype(np.float64)
    out = int(places.sum())
    rows = np.concatenate((rows, np.arange(mentees)))
    columns = np.concatenate((columns, out + np.arange(mentees)))
    costs = np.concatenate((costs, np.full(mentees, float(HIGHEST))))
    return csr_matrix((costs, (rows, columns)), shape=(mentees, out + mentees)), out


def clocks():
    return time.perf_counter(), time.process_time()


def total(matrix, out, rows, columns):
    real = columns < out
    costs = np.asarray(matrix[rows[real], columns[real]]).ravel()
    return int(round(float((HIGHEST - costs).sum())))


def answer(request):
    began = time.perf_counter()
    matrix, out = build(request["path"])
    built = time.perf_counter()
    if request["method"] == "dense":
        dense = np.full((matrix.shape[0], out), 0.0)
        rows, columns = matrix.nonzero()
        real = columns < out
        dense[rows[real], columns[real]] = HIGHEST - np.asarray(
            matrix[rows[real], columns[real]]
        ).ravel()
        began_solving = clocks()
        rows, columns = linear_sum_assignment(dense, maximize=True)
        ended = clocks()
        sum_of_values = int(round(float(dense[rows, columns].sum())))
    else:
        turned = request["method"] == "sparse turned"
        given = matrix
        if turned:
            # The transpose: places as rows, each with a column of its own for staying free.
            real = matrix[:, :out].T.tocoo()
            own = np.arange(out)
            given = csr_matrix(
                (
                    np.concatenate((real.data, np.full(out, float(HIGHEST)))),
                    (
                        np.concatenate((real.row, own)),
                        np.concatenate((real.col, matrix.shape[0] + own)),
                    ),
                ),
                shape=(out, matrix.shape[0] + out),
            )
        began_solving = clocks()
        rows, columns = min_weight_full_bipartite_matching(given)
        ended = clocks()
        sum_of_values = total(given, matrix.shape[0] if turned else out, rows, columns)
    return {
        "seconds": ended[0] - began_solving[0],
        "processor": ended[1] - began_solving[1],
        "building": built - began,
        "total": sum_of_values,
        "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


print(json.dumps({"version": scipy.__version__}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
