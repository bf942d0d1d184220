import { perform } from '../../server/access/action.ts'
import { addDuty, dutiesOfCity } from '../../server/modules/petitions/index.ts'
import { acting, type Surroundings } from './accounts.ts'

/** Matters that the enforcement bureau of each district answers for (6.4.4). */
const enforced = ['0602', '0904', '1001', '1002', '1004'] as const
const basis = '演示数据：旗县区物业管理职责清单'
const since = '2024-01-01'

/** Puts the enforcement bureaus on the duty list, as the city's bureau would; a list that is there already is left alone. */
export async function keepDutyList(context: Surroundings): Promise<void> {
  const { bureaus, isKept } = await dutiesOfCity(context.db, '综合行政执法局')
  if (isKept) return
  const ctx = await acting(context, 'city')
  for (const { placeId, bodyId } of bureaus)
    for (const category of enforced)
      await perform(ctx, addDuty, {
        category,
        placeId,
        bodyId,
        officePlaceId: null,
        basis,
        from: since,
        to: null,
      })
}
