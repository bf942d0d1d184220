import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { command } from './survey.ts'
import { run, withFile } from './testing.ts'

const own = fileURLToPath(new URL('../server/modules/surveys/rules/estimation/reference/', import.meta.url))
const shared = fileURLToPath(new URL('../../shared/data/survey-reference/', import.meta.url))
const design = ['--stratum', 'compound', '--population', 'heads']
const estimate = (path: string, ...words: string[]) => run(command, 'estimate', '--file', path, ...words)
const estimated = async (path: string, ...words: string[]) =>
  JSON.parse((await estimate(path, ...words, '--json')).out)
/** To 1e-7 relative. */
const close = (value: number) => expect.closeTo(value, 7 - Math.ceil(Math.log10(Math.abs(value))))

describe('the figures that R’s survey package gives (reference/reference.csv)', () => {
  const answers = `${own}answers.csv`
  const [head = '', ...lines] = readFileSync(`${own}reference.csv`, 'utf8').trim().split('\n')
  const reference = lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(head.split(',').map((name, i) => [name, cells[i] ?? '']))
  })
  const wanted = (...key: string[]) => {
    const row = reference.find((one) => key.every((text, i) => Object.values(one)[i] === text))
    const [estimate_, se, low, high] = ['estimate', 'se', 'low', 'high'].map((name) =>
      close(Number(row?.[name])),
    )
    return { estimate: estimate_, se, ci: [low, high], n: Number(row?.n), df: Number(row?.df) }
  }
  test('a mean by strata, for all and for each group, with n, N and df', async () => {
    const found = await estimated(answers, '--value', 'points', ...design, '--by', 'storeys')
    expect(Object.keys(found)).toEqual(['estimate', 'se', 'ci', 'n', 'N', 'df', 'deff', 'groups'])
    expect(found).toMatchObject({ ...wanted('strata', 'mean', 'points', 'all'), N: 1641 })
    expect(found.groups).toMatchObject([
      { key: '多层', ...wanted('strata', 'mean', 'points', 'storeys=多层') },
      { key: '高层', ...wanted('strata', 'mean', 'points', 'storeys=高层') },
    ])
  })
  test('given weights; a total; a ratio; a share by each method', async () => {
    const weighted = [...design, '--weight', 'weight']
    expect(await estimated(answers, '--value', 'solved', '--statistic', 'total', ...weighted)).toMatchObject(
      wanted('weighted', 'total', 'solved', 'all'),
    )
    const ratio = ['--value', 'solved', '--statistic', 'ratio', '--denominator', 'asked', ...weighted]
    expect(await estimated(answers, ...ratio)).toMatchObject(
      wanted('weighted', 'ratio', 'solved/asked', 'all'),
    )
    for (const method of ['logit', 'beta', 'asin', 'wilson', 'likelihood']) {
      const share = ['--value', 'rare', '--statistic', 'proportion', '--method', method, ...weighted]
      expect(await estimated(answers, ...share)).toMatchObject(
        wanted('weighted', 'proportion', 'rare', 'all', method),
      )
    }
  })
  test('post-stratification, and weighting for those who did not answer', async () => {
    const text = readFileSync(answers, 'utf8').trim().split('\n')
    const names = (text[0] ?? '').split(',')
    const [age, answered, points] = ['age', 'answered', 'points'].map((name) => names.indexOf(name)) as [
      number,
      number,
      number,
    ]
    const rows = text.slice(1).map((row) => row.split(','))
    const table = [
      `${text[0]},cell,heard`,
      ...rows.map((row) =>
        [...row, row[age] === '60以上' ? 541 : 1100, row[answered] === '1' ? row[points] : ''].join(','),
      ),
    ].join('\n')
    await withFile('answers.csv', table, async (path) => {
      const post = [
        '--value',
        'points',
        ...design,
        '--weight',
        'weight',
        '--post',
        'age',
        '--post-heads',
        'cell',
      ]
      expect(await estimated(path, ...post)).toMatchObject(wanted('post', 'mean', 'points', 'all'))
      const heard = ['--value', 'heard', ...design, '--nonresponse']
      expect(await estimated(path, ...heard)).toMatchObject(wanted('responded', 'mean', 'points', 'all'))
    })
  })
})

const isThere = existsSync(`${shared}apistrat.csv`)
if (!isThere)
  process.stderr.write('shared/data/survey-reference is not there: the command is not run on it\n')
test.skipIf(!isThere)('the public sample of schools, by text and by number', async () => {
  const file = `${shared}apistrat.csv`
  const words = ['--stratum', 'stype', '--population', 'fpc', '--weight', 'pw']
  expect(await estimated(file, '--value', 'api00', ...words, '--by', 'stype')).toMatchObject({
    estimate: close(662.287363159),
    se: close(9.40894080278),
    n: 200,
    N: 6194,
    df: 197,
    groups: [
      { key: 'E', estimate: close(674.43), se: close(12.3824797939), n: 100, N: 4421, df: 99 },
      { key: 'H', n: 50, N: 755 },
      { key: 'M', n: 50, N: 1018 },
    ],
  })
  const yes = ['--value', 'sch.wide', '--equals', 'Yes', '--statistic', 'proportion', ...words]
  expect((await estimated(file, ...yes)).ci).toEqual([close(0.774539654747), close(0.870814854944)])
})

const small = '小区,人数,权,分\n甲,30,1.5,100\n甲,30,2,50\n乙,9,1,75\n乙,9,1,\n'
test('who did not answer an item is left out; groups without certainty say so; nothing is NaN', async () => {
  await withFile('答卷.csv', small, async (path) => {
    const words = ['--value', '分', '--stratum', '小区', '--population', '人数', '--by', '小区']
    const found = await estimated(path, ...words)
    expect(found).toMatchObject({ n: 3, N: 39, df: 1 })
    expect(found.groups).toMatchObject([
      { key: '乙', estimate: 75, se: null, ci: null, n: 1, N: 9, df: 0, caveat: { code: 'one-answer' } },
      { key: '甲', estimate: 75, n: 2, N: 30, df: 1 },
    ])
    const { out } = await estimate(path, ...words)
    expect(out).toContain('乙  估计 75  标准误 –  区间 –  答卷 1')
    expect(out).toContain('只有一份回答')
    expect(out).not.toContain('NaN')
  })
})

test('an Excel file in GB 18030 with quotes and Windows line ends is read', async () => {
  // “分,注” and “好，”, as Chinese Excel saves them.
  const bytes = Buffer.concat([
    Buffer.from([0xb7, 0xd6]),
    Buffer.from(',note\r\n75,"'),
    Buffer.from([0xba, 0xc3, 0xa3, 0xac]),
    Buffer.from('\r\n, ""ok"""\r\n25,\r\n'),
  ])
  await withFile('gb.csv', bytes.toString('latin1'), async (path) => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, bytes)
    expect(await estimated(path, '--value', '分')).toMatchObject({ estimate: 50, n: 2, N: null, df: 1 })
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('x,\r\n')]))
    expect((await estimate(path, '--value', '分')).err).toBe(
      '第 5 行“分”列：“x”不是数字，请只填数字，例如 75 或 0.5。\n',
    )
  })
})

test.each([
  ['', ['--value', '分'], '文件是空的'],
  ['分\n', ['--value', '分'], '只有表头'],
  [small, ['--value', 'points'], '第 1 行：表头缺少“points”列；文件里有：小区、人数、权、分。'],
  [small, ['--value', '小区'], '第 2 行“小区”列：“甲”不是数字'],
  [small.replace('1.5', '-1'), ['--value', '分', '--weight', '权'], '第 2 行“权”列：权数 -1 应大于 0'],
  [small.replace('1.5', ''), ['--value', '分', '--weight', '权'], '第 2 行“权”列：没有填写'],
  [
    small.replace('30,2', '31,2'),
    ['--value', '分', '--stratum', '小区', '--population', '人数'],
    '第 3 行“人数”列：与同一层（“甲”）第 2 行的业主人数不同',
  ],
  [
    small.replaceAll('30', '1'),
    ['--value', '分', '--stratum', '小区', '--population', '人数'],
    '第 2 行“人数”列：“甲”业主 1 人，少于答卷 2 份',
  ],
  [
    small.replaceAll('30', '2.5'),
    ['--value', '分', '--stratum', '小区', '--population', '人数'],
    '第 2 行“人数”列：业主人数 2.5 应为正整数',
  ],
  [
    small,
    ['--value', '分', '--population', '人数'],
    '第 4 行“人数”列：与第 2 行的业主人数不同；有几层时请用 --stratum',
  ],
  [small.replace('乙,', ','), ['--value', '分', '--stratum', '小区'], '第 4 行“小区”列：没有写属于哪一层'],
  [small, ['--value', '分', '--statistic', 'proportion'], '第 2 行“分”列：“100”比例的列只能填 0 或 1'],
  [small, ['--value', '分', '--within', '0,90', '--method', 'logit'], '第 2 行“分”列：“100”不在量程 0 至 90'],
  [small, ['--value', '分', '--method', 'logit'], '--method logit 用于比例'],
  [small, ['--value', '分', '--statistic', 'median'], '--statistic 可选：mean、total、ratio、proportion'],
  [small, ['--value', '分', '--statistic', 'ratio'], '请用 --denominator 写明'],
  [small, ['--value', '分', '--level', '95'], '--level 应在 0 与 1 之间'],
  [small, [], '请用 --value 写明要推断的列'],
])('%j with %j is refused', async (text, words, sentence) => {
  await withFile('answers.csv', text, async (path) => {
    const { code, err } = await estimate(path, ...words)
    expect(err).toContain(sentence)
    expect(code).toBe(1)
  })
})
