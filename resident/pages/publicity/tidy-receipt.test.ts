import { expect, test } from 'vitest'
import { receiptPattern } from '../../../contracts/publicity/words.ts'
import { tidyReceipt } from './tidy-receipt.ts'

test.each([
  ['YY-ABCD-2345-WXYZ', 'YY-ABCD-2345-WXYZ'],
  [' yy abcd 2345 wxyz ', 'YY-ABCD-2345-WXYZ'],
  ['abcd2345wxyz', 'YY-ABCD-2345-WXYZ'],
  ['YYAB2345WXYZ', 'YY-YYAB-2345-WXYZ'],
  ['ＹＹ－ABCD', 'YY-ABCD--'],
])('%s is read as %s', (typed, tidy) => {
  expect(tidyReceipt(typed)).toBe(tidy)
})

test('what is no receipt stays none', () => {
  expect(
    ['', '123', 'YY-ABCD-2345-WXY0', '<script>'].filter((typed) => receiptPattern.test(tidyReceipt(typed))),
  ).toEqual([])
})
