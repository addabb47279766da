/** Fields that stand on a sign-up page without being part of its form: a search, a newsletter, signing in by the header. */

import type { Field } from '../page/fields';
import { normal, wordsOf } from '../page/text';
import { ancestorsOf, holds, precedes, sharedAncestor } from '../page/walk';
import { isBehind } from './row';
import type { Scene } from './scene';
import type { Target } from './targets';

const FOOTER = 'footer, aside, [role=contentinfo], [role=complementary], [class*=footer i], [id*=footer i]';

/** Fields from which a footer or side bar is one by name only, as when it holds them all: some call so all below a heading. */
const FORM_FIELDS = 3;

const SUBMITS = 'button:not([type]), [type=submit]';
const BUTTON = 'button, [type=submit], [type=button], [type=image], [role=button]';

/** Boxes round a field in which its button is looked for, and how many buttons in each. */
const ROW_DEPTH = 3;
const ROW_PRESSES = 12;
const PRESSED = `a, ${BUTTON}`;

/** Letters on such a button. */
const LETTERS = 8;

export function concluding(targets: readonly Target[]): readonly Target[] {
  return targets.filter(({ brief, aside }) => brief.concludes && !aside.empty);
}

export class Apart {
  private readonly written: readonly Field[];

  /** `enders`: the buttons that conclude what people are guided through here. */
  constructor(private readonly scene: Scene, private readonly enders: readonly Target[]) {
    this.written = scene.fields.filter(({ sort }) => sort === 'text' || sort === 'password');
  }

  holds(field: Field): boolean {
    return this.written.includes(field) && (this.isInFooter(field) || this.isAlone(field) || this.isForElse(field) || this.endsElse(field));
  }

  private isInFooter({ element }: Field): boolean {
    const footer = [...ancestorsOf(element)].find((box) => box.matches(FOOTER) || box.localName.includes('-footer'));
    if (!footer) return false;
    const inside = this.written.filter((other) => holds(footer, other.element)).length;
    return inside < FORM_FIELDS && inside < this.written.length;
  }

  /** The button behind it says what it is for: a search, a newsletter. */
  private endsElse({ element }: Field): boolean {
    if (this.enders.length === 0) return false;
    const around = [...ancestorsOf(element)].slice(0, ROW_DEPTH);
    const own = this.scene.visibility.box(element);
    return around.some((row) => [...row.querySelectorAll<HTMLElement>(PRESSED)].slice(0, ROW_PRESSES).some((button) =>
      this.isAside(button) && isBehind(this.scene.visibility.box(button), own)));
  }

  private isAside(button: HTMLElement): boolean {
    const words = normal(wordsOf(button));
    return words !== '' && words.length <= LETTERS && this.enders.some(({ aside }) => aside.within(words) !== null);
  }

  /** In a form that ends with what is forbidden to the ends of ours, while a whole other form stands elsewhere. */
  private isForElse({ element }: Field): boolean {
    const form = element.closest('form');
    if (!form || this.enders.length === 0) return false;
    const outside = this.written.filter((other) => !holds(form, other.element)).length;
    const submits = [...form.querySelectorAll(SUBMITS)].filter((button) => this.scene.visibility.shows(button)).map((button) => normal(wordsOf(button)));
    const isElse = (words: string): boolean => this.enders.every(({ text, forbidden }) => forbidden.within(words) !== null && text.match(words) === null);
    return outside >= FORM_FIELDS && submits.length === 1 && submits.every(isElse);
  }

  /** The only field of a form that has its own button, while the others make up a form without it. */
  private isAlone(field: Field): boolean {
    const form = field.element.closest('form');
    if (!form?.querySelector(BUTTON)) return false;
    const { visibility } = this.scene;
    const others = this.written.filter((other) => other !== field && visibility.layer(other.element) === visibility.layer(field.element));
    if (others.some(({ element }) => holds(form, element))) return false;
    const ordered = others.map(({ element }) => element).sort((a, b) => (precedes(a, b) ? -1 : 1));
    return ordered.some((one, index) => {
      const shared = index > 0 ? sharedAncestor(ordered[index - 1] as Element, one) : null;
      return shared !== null && !holds(shared, form);
    });
  }
}
