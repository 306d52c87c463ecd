export { renderLetter } from './render.ts';
/** Content type of what `renderLetter` makes. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
