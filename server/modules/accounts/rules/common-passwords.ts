/** Words that guessers try first, with whatever digits and signs people hang on them. */
const words = new Set(
  `password passwd passwort pass pwd admin administrator root user guest test tester testing demo temp default
  welcome login letmein master secret changeme hello iloveyou love qwerty qwertyuiop qwer qwert asdf asdfgh asdfghjkl zxcvbn
  zxcvbnm zxc qaz wsx qazwsx qazwsxedc qweasd qweasdzxc qaswed abc abcd abcde aaa aa a aaaa abcabc xyz
  monkey dragon sunshine princess football baseball superman batman shadow michael computer internet server system
  huawei lenovo windows microsoft oracle cisco tencent alibaba baidu weixin wechat taobao zaq xsw zaqxsw
  woaini woaiwojia woaiziji mima zhongguo china beijing baotou neimenggu mengu zhujianju wuye hongse hongsewuye gongzhi
  shequ jiedao yezhu yewei xiaoqu zhengfu dangjian dangyuan guanliyuan kaohe pingjia asd qwe zxcv wang zhang`.split(
    /\s+/,
  ),
)
/** Walks over the keyboard, whatever stands around them. */
const walks = [
  '1qaz2wsx',
  '1qaz@wsx',
  '!qaz2wsx',
  '!qaz@wsx',
  'zaq12wsx',
  'zaq1@wsx',
  '1q2w3e4r',
  'q1w2e3r4',
  'qwe123',
  '1q2w3e',
]

const disguises: Record<string, string> = {
  '@': 'a',
  '0': 'o',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
  '1': 'i',
}
const undisguised = (text: string) => text.replace(/[@03$571]/g, (sign) => disguises[sign] ?? sign)
const hungOn = /^[\d\W_]+|[\d\W_]+$/g

/** Whether a password is a common one, or a common word with a year, digits or signs hung on it or standing in it. */
export function isCommon(password: string): boolean {
  // Guessers' lists are of letters; what is written in Chinese besides makes another word of it.
  if (/\P{ASCII}/u.test(password)) return false
  const lower = password.toLowerCase()
  const core = lower.replace(hungOn, '')
  const parts = lower.split(/[\W_\d]+/).filter(Boolean)
  return (
    walks.some((walk) => lower.includes(walk)) ||
    [core, undisguised(core), ...(parts.length === 1 ? parts : [])].some((reading) => words.has(reading))
  )
}
