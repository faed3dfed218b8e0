export { maxFileSize } from '../text/limits.ts';
