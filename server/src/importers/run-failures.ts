import { failure } from './notes.ts';
import type { ImportFailure } from './source.ts';

/** Why an import was given up, and what to do. */
export const runFailures = {
  outOfTime: (seconds: number): ImportFailure =>
    failure(
      `读了 ${seconds} 秒还没有读完，停下了。请确认它是一份报告；确实是的，把时限调大再试。`,
      `reading took more than ${seconds} s and was stopped. Make sure that it is a report; if it is, raise the time limit and try again.`,
    ),
  outOfMemory: (megabytes: number): ImportFailure =>
    failure(
      `读这个文件要用的内存超过 ${megabytes} MB，停下了。请确认它是一份报告；确实是的，把内存上限调大再试。`,
      `reading takes more than ${megabytes} MB of memory and was stopped. Make sure that it is a report; if it is, raise the memory limit and try again.`,
    ),
  cancelled: (): ImportFailure => failure('导入取消了。', 'the import was cancelled.'),
  failed: (): ImportFailure =>
    failure(
      '导入中途出错，没有读完。请用 Word、WPS 或浏览器打开，另存一份再试。',
      'the import failed half way. Open the file in Word, WPS or a browser, save it anew, and try again.',
    ),
} as const;
