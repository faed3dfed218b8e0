// What is said where a file can't be written, or was written in another way than usual.
import { codeOf } from '../node/error-code.ts';
import { WriteFailure } from '../node/write-file.ts';
import type { Localized } from '../text/language.ts';

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why a file isn't written, and what has become of it. `existed` says whether there is one, where the error doesn't. */
export function writeTrouble(error: unknown, existed = false): Localized {
  if (!(error instanceof WriteFailure)) return refused(codeOf(error), existed);
  switch (error.reason) {
    case 'changed':
      return {
        zh: '读过以后，文件被别的程序改过或者删了，没有写。请再运行一次。',
        en: 'another program has changed or removed the file since it was read; nothing was written. Run it again.',
      };
    case 'exists':
      return {
        zh: '已经有了，没有覆盖。确实要覆盖的，加上 --force。',
        en: 'exists and was not overwritten. Add --force to overwrite it.',
      };
    case 'planted':
      return {
        zh: '是链接或者设备，不是普通文件，没有写。请把它移走，或者换一个文件夹。',
        en: 'is a link or a device, not a file, and was not written to. Move it away, or choose another folder.',
      };
    case 'torn':
      return {
        zh: `写到一半出了错（${error.code}），文件不完整。完整的内容在 ${error.copy}。`,
        en: `failed halfway (${error.code}); the file is damaged. The whole text is in ${error.copy}.`,
      };
    case 'system':
      return refused(error.code, error.existed);
  }
}

/** The same of a file that is named with it. */
export function namedTrouble(file: string, error: unknown): Localized {
  const { zh, en } = writeTrouble(error);
  return error instanceof WriteFailure && (error.reason === 'exists' || error.reason === 'planted')
    ? { zh: `${file} ${zh}`, en: `${file} ${en}` }
    : { zh: `${file}：${zh}`, en: `${file}: ${en}` };
}

/** Of a file with several hard links. */
export const inPlace: Localized = {
  zh: '这个文件有几个名字（硬链接），内容直接写在原文件里，几个名字都还指着它。',
  en: 'the file has several names (hard links); its bytes were replaced in place, so that all of them still lead to it.',
};

function refused(code: string, existed: boolean): Localized {
  const isFull = full.has(code);
  const what = isFull
    ? { zh: `磁盘满了，写不了（${code}）`, en: `can't be written (${code}): there is no room` }
    : { zh: `写不了（${code}）`, en: `can't be written (${code})` };
  const left = existed ? { zh: '，文件没有改动。', en: '; the file is as it was. ' } : { zh: '。', en: '. ' };
  const todo = isFull ? room : existed ? lock : folder;
  return { zh: what.zh + left.zh + todo.zh, en: what.en + left.en + todo.en };
}

const room: Localized = { zh: '请腾出空间后重新运行。', en: 'Make room and run it again.' };
const lock: Localized = {
  zh: '请检查文件和文件夹是否只读、文件是否被占用。',
  en: "Make sure that neither the file nor its folder is read-only, and that it isn't locked.",
};
const folder: Localized = {
  zh: '请检查文件夹是否存在、是否有写入的权限。',
  en: 'Make sure that its folder exists and may be written to.',
};
