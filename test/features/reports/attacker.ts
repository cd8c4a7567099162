/**
 * A reader who knows a table's shape and every shown number, and computes bounds of each hidden
 * number: linear programming by the simplex method with Bland's rule.
 */
export interface Equation {
  /** The unknowns that are summed, by index. */
  terms: readonly number[]
  /** Unknowns subtracted from the sum. */
  less?: readonly number[]
  value: number
}

/** The minimum and maximum of a sum of unknowns, none of which is negative. */
export function boundsOf(
  unknowns: number,
  equations: readonly Equation[],
): (terms: readonly number[]) => { least: number; greatest: number } {
  const width = unknowns + equations.length
  const rows = equations.map(({ terms, less = [], value }, index) => {
    const row = new Float64Array(width + 1)
    for (const term of terms) row[term]! += 1
    for (const term of less) row[term]! -= 1
    row[unknowns + index] = 1
    row[width] = value
    return row
  })
  const basis = equations.map((_, index) => unknowns + index)
  // First phase: drive the artificial variables out.
  const cost = new Float64Array(width + 1)
  for (const row of rows) for (let j = 0; j < unknowns; j++) cost[j]! -= row[j]!
  for (const row of rows) cost[width]! -= row[width]!
  minimise(rows, basis, cost, width, width)
  if (Math.abs(cost[width]!) > 1e-6) throw new Error('what was shown contradicts itself')
  for (const [index, row] of rows.entries()) {
    if (basis[index]! < unknowns) continue
    const column = row.findIndex((value, j) => j < unknowns && Math.abs(value) > 1e-9)
    if (column >= 0) pivot(rows, basis, [], index, column)
  }
  const least = (terms: readonly number[], sign: number) => {
    const objective = new Float64Array(width + 1)
    for (const term of terms) objective[term]! += sign
    for (const [index, row] of rows.entries()) {
      const factor = objective[basis[index]!]!
      if (factor !== 0) for (let j = 0; j <= width; j++) objective[j]! -= factor * row[j]!
    }
    const isBounded = minimise(rows, basis, objective, width, unknowns)
    // Turns minus zero into zero.
    return isBounded ? 0 - objective[width]! * sign : sign * Number.NEGATIVE_INFINITY
  }
  return (terms) => ({ least: least(terms, 1), greatest: least(terms, -1) })
}

function minimise(
  rows: Float64Array[],
  basis: number[],
  cost: Float64Array,
  width: number,
  allowed: number,
): boolean {
  for (;;) {
    let entering = -1
    for (let j = 0; j < allowed && entering < 0; j++) if (cost[j]! < -1e-9) entering = j
    if (entering < 0) return true
    let leaving = -1
    let best = Number.POSITIVE_INFINITY
    for (const [index, row] of rows.entries()) {
      if (row[entering]! <= 1e-9) continue
      const ratio = row[width]! / row[entering]!
      if (ratio < best - 1e-12 || (ratio < best + 1e-12 && basis[index]! < basis[leaving]!)) {
        best = ratio
        leaving = index
      }
    }
    if (leaving < 0) return false
    pivot(rows, basis, [cost], leaving, entering)
  }
}

function pivot(
  rows: Float64Array[],
  basis: number[],
  others: Float64Array[],
  leaving: number,
  entering: number,
): void {
  const row = rows[leaving]!
  const by = row[entering]!
  for (let j = 0; j < row.length; j++) row[j]! /= by
  for (const other of [...rows, ...others]) {
    const factor = other[entering]!
    if (other === row || factor === 0) continue
    for (let j = 0; j < row.length; j++) other[j]! -= factor * row[j]!
  }
  basis[leaving] = entering
}
