import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';

/** Where every form that counts 规章 has its row. */
export const regulations = { table: 'disclosure', row: 'regulations' } as const;

/** Words of department names that hold the character of a level: 市场监督管理局 names no city. */
export const notLevels: readonly string[] = [
  ...['市场', '市政', '市容', '市民', '城市', '省级', '市级', '县级', '县域'],
  ...['区域', '区划', '社区', '乡村', '城镇', '镇街'],
];

/** The levels above a county. What follows the last of them names the county or the town, if the name goes that far. */
const upperLevels: readonly string[] = ['特别行政区', '自治区', '自治州', '地区', '省', '市', '盟'];

/** How the names of central authorities begin. */
const centralPrefixes: readonly string[] = ['国家', '中国', '中华', '国务院'];

/** What stands in the names of central authorities and of their branches, which hold the names of places. */
const centralWords: readonly string[] = [
  ...['总局', '海关', '海事', '铁路', '邮政', '民航', '流域', '兵团', '银保监', '证监', '金融监管'],
];

/** What makes a 区 no district where nothing stands before it: 山区, 老区. */
const areaKinds: readonly string[] = [...'山灾辖城老牧农库片林矿港海'];

/** What makes a 区 an area whose standing the name doesn't tell: new areas, zones. */
const openAreas: readonly string[] = [
  ...[
    '新',
    '特',
    '园',
    '景',
    '林',
    '矿',
    '开发',
    '保护',
    '名胜',
    '示范',
    '合作',
    '保税',
    '度假',
    '管理',
    '试验',
    '实验',
  ],
  ...['高新', '经开', '产业', '工业', '功能', '集聚', '先导', '先行', '自贸', '旅游', '生态'],
];

/** What has a committee that runs it, 管理委员会. */
const managedAreas: readonly string[] = ['区', '园', '城', '港', '景', '基地'];

const subDistrict = '街道';
const towns: readonly string[] = ['乡', subDistrict, '苏木'];
const townSeats: readonly string[] = ['人民政府', '政府', '办事处', '办'];
const townOffices: readonly string[] = ['办公室', '党政办公室', '党政办', '政府办'];

const counties: readonly string[] = ['县', '旗', '区'];

/** What the names of a county's departments end in. */
const countyOffices: readonly string[] = [
  ...['局', '办', '办公室', '委', '委员会', '中心', '队', '院', '站', '所', '会', '社', '处', '馆'],
];

/** What the names of departments end in. */
const departmentEndings: readonly string[] = ['局', '厅', '委', '委员会'];
/** These answer to authorities above, or are no part of a government. */
const noDepartments: readonly string[] = [
  ...['税务', '气象', '烟草', '消防救援', '统计调查', '人民银行', '人大', '政协', '纪律检查', '纪委', '监察委'],
  ...['常务委员会', '村民委员会', '居民委员会', '党委', '党组', '团委', '分局', '支局', '市委', '县委', '区委', '省委'],
];
const governmentSeats: readonly string[] = ['人民政府', '政府'];
const governmentOffices: readonly string[] = ['办公室', '办公厅', '办'];

const NOT_A_LEVEL = new RegExp(anyOf(notLevels), 'g');
const UPPER_LEVEL = new RegExp(`^.*${anyOf(upperLevels)}`);
const CENTRAL = new RegExp(`^${anyOf(centralPrefixes)}|${anyOf(centralWords)}`);
const OPEN_AREA = new RegExp(`^${anyOf(areaKinds)}区|${anyOf(openAreas)}区|管委会|${anyOf(managedAreas)}管理委员会`);
/** 景德镇 is a city. */
const TOWN = new RegExp(`(?:(?<!景德)镇|${anyOf(towns)})${anyOf(townSeats)}?${anyOf(townOffices)}?$`);
const SUB_DISTRICT = new RegExp(subDistrict);
const COUNTY_LEVEL = new RegExp(`^.{1,14}?${anyOf(counties)}(?:(?:人民)?政府|.{0,30}${anyOf(countyOffices)})?$`);

/**
 * Whether the name of a body shows that it cannot make 规章: towns and sub-districts, counties, banners and districts
 * of a city, and their departments. (《立法法》 gives the power to local governments from the city with districts and
 * the autonomous prefecture upwards.) False where the name leaves it open: a city, with districts or not, a
 * prefecture, a province and their departments, a zone, a central authority; false too for a text that is no name.
 */
export function lacksRulemakingPower(body: string): boolean {
  const name = canonical(body);
  if (name.length > 60 || CENTRAL.test(name)) return false;
  const local = name.replace(NOT_A_LEVEL, '*').replace(UPPER_LEVEL, '');
  return TOWN.test(local) || (!OPEN_AREA.test(local) && COUNTY_LEVEL.test(local));
}

/** What a body is, as far as statutes tell bodies apart. */
export type BodyKind = 'town' | 'sub-district' | 'government' | 'government-office' | 'department';

const LEVEL = anyOf([...counties, ...upperLevels, '州']);
const GOVERNMENT = new RegExp(`^.{1,16}${LEVEL}${anyOf(governmentSeats)}?$`);
const GOVERNMENT_OFFICE = new RegExp(`^.{1,16}${LEVEL}${anyOf(governmentSeats)}${anyOf(governmentOffices)}$`);
const DEPARTMENT = new RegExp(`^.{1,16}?${LEVEL}.{1,30}${anyOf(departmentEndings)}$`);
const NO_DEPARTMENT = new RegExp(anyOf(noDepartments));

/**
 * What the name of a body shows it to be: a town or a sub-district, a government of county level or above or its office,
 * or a department of one. Null where the name leaves it open; null too for a text that is no name.
 */
export function bodyKind(body: string): BodyKind | null {
  const name = canonical(body);
  if (name.length > 60 || CENTRAL.test(name)) return null;
  const plain = name.replace(NOT_A_LEVEL, '*');
  const local = plain.replace(UPPER_LEVEL, '');
  if (TOWN.test(local)) return SUB_DISTRICT.test(local) ? 'sub-district' : 'town';
  if (OPEN_AREA.test(local)) return null;
  if (GOVERNMENT.test(plain)) return 'government';
  if (GOVERNMENT_OFFICE.test(plain)) return 'government-office';
  return DEPARTMENT.test(plain) && !NO_DEPARTMENT.test(plain) ? 'department' : null;
}
