/** Fields that stand on a sign-up page without being part of its form: a search, a newsletter in the footer. */

import type { Field } from '../page/fields';
import { holds, precedes, sharedAncestor } from '../page/walk';
import type { Scene } from './scene';

const FOOTER = 'footer, [role=contentinfo], [class*=footer i], [id*=footer i]';

/** Fields from which a footer is one by name only, as when it holds them all: some call so all below a heading. */
const FORM_FIELDS = 3;

const BUTTON = 'button, [type=submit], [type=button], [type=image], [role=button]';

export class Apart {
  private readonly written: readonly Field[];

  constructor(private readonly scene: Scene) {
    this.written = scene.fields.filter(({ sort }) => sort === 'text' || sort === 'password');
  }

  holds(field: Field): boolean {
    return this.written.includes(field) && (this.isInFooter(field) || this.isAlone(field));
  }

  private isInFooter({ element }: Field): boolean {
    const footer = element.closest(FOOTER);
    if (!footer) return false;
    const inside = this.written.filter((other) => holds(footer, other.element)).length;
    return inside < FORM_FIELDS && inside < this.written.length;
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
