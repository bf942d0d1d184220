import type { Draw } from './draw.ts'

/** Stands behind every invented name, so that nobody takes it for a real one. */
export const mark = '（演示）'

const first = [...'安禾澄景栖沐晴朗煦悦兰蕙松棠梧枫桦榆荷芷清澜泽润锦绣瑞祥和顺康宁福熙曦辰星月云霁岚川']
const second = [...'居苑庭园府邸里坊院台轩堂汀洲湾溪泉林原野谷丘']
const endings = ['', '小区', '花园', '家园', '佳苑', '新村']
const trades = [...'恒诚信德嘉佑睿昌盛达通宏远朴厚勤谨明正'].flatMap((a) =>
  [...'安泰邻家宜居暖心和善护卫佳美洁净'].map((b) => `${a}${b}`),
)
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** Invented compounds' names; two of one street never differ by an ending alone. */
export function compoundNames(draw: Draw): (street: string) => string {
  const taken = new Map<string, Set<string>>()
  return (street) => {
    const here = taken.get(street) ?? new Set()
    taken.set(street, here)
    for (;;) {
      const core = `${draw.pick(first)}${draw.pick(first)}${draw.pick(second)}`
      if (here.has(core)) continue
      here.add(core)
      return `${core}${draw.pick(endings)}${mark}`
    }
  }
}

/** Invented enterprises' names, all different. */
export function enterpriseNames(count: number, draw: Draw): string[] {
  const words = draw.shuffled(trades)
  return Array.from({ length: count }, (_, i) => {
    const series = Math.floor(i / words.length)
    const word = words[i % words.length]
    return `${word}${['', '第二', '第三'][series] ?? series}物业服务有限公司${mark}`
  })
}

/** 演示甲子, 演示乙丑, …: nobody is called so. */
export const personName = (n: number): string =>
  `演示${stems[n % stems.length]}${branches[Math.floor(n / stems.length) % branches.length]}`
