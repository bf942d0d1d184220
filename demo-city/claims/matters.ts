/** What is reported of a category (rulebook/petitions/categories.yaml), how often, and in which words. */
export interface Matter {
  category: string
  weight: number
  /** Months in which it is not reported. */
  notIn?: readonly number[]
  words: readonly string[]
  done: string
}

const summer = [5, 6, 7, 8, 9]
const winter = [1, 2, 3, 11, 12]

export const matters: readonly Matter[] = [
  {
    category: '0101',
    weight: 6,
    words: ['顶层住户屋顶漏水，雨后墙面渗湿', '屋面防水老化，下雨就漏'],
    done: '已对渗漏部位重做防水，闭水试验无渗漏。',
  },
  {
    category: '0103',
    weight: 4,
    words: ['楼道窗户玻璃破损，冬天进风', '单元楼道门关不严'],
    done: '已更换破损玻璃和门窗五金件。',
  },
  {
    category: '0104',
    weight: 7,
    words: ['一楼厨房下水返水，气味大', '单元门前污水井堵塞外溢'],
    done: '已疏通主管并清掏污水井，现场排水通畅。',
  },
  {
    category: '0105',
    weight: 7,
    words: ['楼道声控灯坏了好几天', '地下室通道灯全部不亮'],
    done: '已更换灯具并检查同单元线路。',
  },
  {
    category: '0106',
    weight: 5,
    words: ['单元门禁失灵，刷卡打不开', '单元门闭门器坏，夜里声音大'],
    done: '已修复门禁并重新授权门卡。',
  },
  {
    category: '0202',
    weight: 6,
    words: ['电梯停运一天，老人上下楼困难', '两部电梯只开一部，早高峰等候太久'],
    done: '维保单位已更换部件，电梯恢复运行。',
  },
  {
    category: '0203',
    weight: 4,
    words: ['电梯运行抖动有异响', '电梯平层不准，绊脚'],
    done: '维保单位已检修调整，试运行正常。',
  },
  { category: '0201', weight: 1, words: ['电梯困人，请马上来人'], done: '维保人员到场放人，已停梯检修。' },
  {
    category: '0301',
    weight: 4,
    words: ['消防通道被私家车堵住', '消防车道划线不清，常年停车'],
    done: '已劝离车辆，补划标线并加装隔离桩。',
  },
  {
    category: '0303',
    weight: 5,
    words: ['楼道堆满杂物，轮椅过不去', '楼梯间放旧家具'],
    done: '已张贴通知并会同楼栋长清理。',
  },
  {
    category: '0304',
    weight: 4,
    words: ['有人把电动车推进电梯上楼充电', '从窗户拉电线给电动车充电'],
    done: '已上门劝阻，拆除飞线，引导到充电棚。',
  },
  {
    category: '0401',
    weight: 4,
    words: ['从早上开始停水，没有通知', '高层水压低，热水器打不着'],
    done: '已抢修加压泵，供水恢复。',
  },
  { category: '0402', weight: 2, words: ['整栋楼停电，楼道漆黑'], done: '已排除配电箱故障，恢复供电。' },
  {
    category: '0403',
    weight: 9,
    notIn: [5, 6, 7, 8, 9],
    words: ['室内温度不到十八度', '暖气管不热，报修没人来'],
    done: '已排气并调节阀门，入户测温达标。',
  },
  {
    category: '0501',
    weight: 8,
    words: ['垃圾桶满了没人清', '装修垃圾堆在楼前多日'],
    done: '已清运完毕，调整清运频次。',
  },
  {
    category: '0502',
    weight: 6,
    words: ['楼道很久没打扫', '电梯轿厢地面脏'],
    done: '已保洁到位，公示保洁时间表。',
  },
  {
    category: '0503',
    weight: 5,
    notIn: [4, ...summer, 10],
    words: ['雪后主路结冰没有清扫，老人滑倒'],
    done: '已除冰撒布融雪剂，安排人员值守。',
  },
  {
    category: '0504',
    weight: 2,
    notIn: winter,
    words: ['垃圾房附近蚊蝇多'],
    done: '已集中消杀并封闭垃圾房。',
  },
  { category: '0601', weight: 3, notIn: winter, words: ['草坪枯黄没人浇水'], done: '已补植养护并增加浇水。' },
  { category: '0602', weight: 2, notIn: winter, words: ['有人毁绿种菜'], done: '已责令恢复原状并补种。' },
  {
    category: '0701',
    weight: 8,
    words: ['车辆乱停堵住单元门', '外来车辆占用公共车位'],
    done: '已规范停车，启用车牌识别。',
  },
  { category: '0703', weight: 3, words: ['充电桩太少，排队充电'], done: '已增设充电位。' },
  {
    category: '0802',
    weight: 3,
    words: ['大门监控坏了没人修', '道闸抬杆失灵'],
    done: '已更换设备，恢复使用。',
  },
  { category: '0804', weight: 2, words: ['小区路面井盖松动，走路危险'], done: '已更换井盖并做警示。' },
  { category: '0901', weight: 3, words: ['楼上深夜噪声扰民'], done: '已上门调解，双方达成约定。' },
  {
    category: '1001',
    weight: 3,
    words: ['顶楼有人私搭阳光房', '一楼破墙开门'],
    done: '执法部门已立案，责令限期拆除。',
  },
  {
    category: '1101',
    weight: 4,
    words: ['物业费涨价没有公示依据'],
    done: '已核对收费标准并公示，多收部分已退。',
  },
  { category: '1201', weight: 3, words: ['公共收益账目一直没有公开'], done: '已在公示栏公开本年收支。' },
  { category: '1301', weight: 3, words: ['前台态度差，反映问题推诿'], done: '已批评当事人并向业主致歉。' },
  { category: '1302', weight: 4, words: ['报修两周没有人处理'], done: '已补派维修，问题处理完毕。' },
  {
    category: '1401',
    weight: 1,
    words: ['咨询成立业委会需要哪些材料'],
    done: '已书面告知条件、材料和办理流程。',
  },
  { category: '1501', weight: 2, words: ['咨询维修资金怎样申请'], done: '已告知申请条件和受理窗口。' },
]

export const spots = ['一单元', '二单元', '三单元', '五号楼前', '南门', '地下车库', '十二层', '中心广场', '']
