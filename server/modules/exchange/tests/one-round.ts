import { systemClock } from '../../../platform/clock/clock.ts'
import { openDatabase } from '../../../platform/database/database.ts'
import { openKeys } from '../../../platform/keys/keys.ts'
import { Policy } from '../../../access/policy.ts'
import { deliverDue } from '../actions/deliver-due.ts'
import { AddressGate } from '../address-gate.ts'

// One round of the worker in a process of its own, to be killed in the middle of it.
const [url = '', keyFile = ''] = process.argv.slice(2)
const { db } = openDatabase(url, 4)
const context = { db, keys: openKeys(keyFile), clock: systemClock, policy: new Policy([]) }
await deliverDue(context, new AddressGate({ networks: [], local: true }))
