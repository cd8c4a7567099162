import { setPasswordCost } from '../../src/features/accounts/password.ts'

// Before each test file. What production needs a quarter of a second for, tests do hundreds of times.
setPasswordCost('cheap')
