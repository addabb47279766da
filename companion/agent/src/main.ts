/** Where the bundle starts: `boot` is called once in each document, before the page's own scripts. */

import { Agent } from './agent';
import type { Brief } from './brief';
import { standing } from './standing';

export { Book } from './glossary/book';
export { Lookup } from './glossary';
export { Locator } from './locate';
export { Notices } from './notice';
export { mayLeave } from './notice/gate';
export { Painter } from './paint';
export { GOOD, PRAISED, UNFINISHED } from './check/codes';
export { RULES } from './check/rules';
export { factsOf } from './foreign';
export { standing } from './standing';

/** Guides this document if it is the site's; otherwise only a top document keeps an agent, for its panel. */
export function boot(brief: Brief): Agent | null {
  const top = window === window.top;
  // `self.origin`, because about:blank and srcdoc documents belong to the page that made them.
  const { official, host } = standing(self.origin, brief.hosts);
  if (!official && !top) return null;
  // What a companion that was killed left here; its own agent sees ours and retires.
  for (const left of document.querySelectorAll(brief.tag)) left.remove();
  const agent = new Agent(brief, host, top);
  agent.start();
  return agent;
}
