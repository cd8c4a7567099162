/** Whose rows a transaction sees. */
export interface Scope {
  /** One municipality; `*` for all, and none when empty. */
  municipality: string
  /** The colleague who acts, and the mentor or mentee who acts. */
  account?: string
  person?: string
}
