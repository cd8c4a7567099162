export function int(list: usize, at: i32): i32 {
  return load<i32>(list + ((<usize>at) << 2))
}

export function setInt(list: usize, at: i32, to: i32): void {
  store<i32>(list + ((<usize>at) << 2), to)
}

export function float(list: usize, at: i32): f64 {
  return load<f64>(list + ((<usize>at) << 3))
}

export function setFloat(list: usize, at: i32, to: f64): void {
  store<f64>(list + ((<usize>at) << 3), to)
}

/** Four integers from `at` on, for four adjacent blocks. */
export function four(list: usize, at: i32): v128 {
  return v128.load(list + ((<usize>at) << 2))
}

export function setFour(list: usize, at: i32, to: v128): void {
  v128.store(list + ((<usize>at) << 2), to)
}
