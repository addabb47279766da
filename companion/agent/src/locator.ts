/** Where the small bundle starts: for looking at a document once, without a guide. */

export { Locator } from './locate';
export { standing } from './standing';
