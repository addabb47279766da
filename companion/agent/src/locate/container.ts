/** Whether an element stands in the dialog, form or box that its target belongs to. */

import { BOX_SIZE, CONTAINER_SIZE } from '../limits';
import { FIELD_QUERY, sortOf } from '../page/fields';
import type { Piece } from '../page/pieces';
import { ancestorsOf, holds } from '../page/walk';
import type { Scene } from './scene';
import type { Container, Target } from './targets';

export interface Place {
  readonly container: string;
  /** Steps from the element up to the container. */
  readonly distance: number;
}

const DIALOG = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [popover]';
const DIALOG_CLASS = /(dialog|modal|popup|popover|layer|overlay|drawer)/i;

/** Fields that make a form of a box that is none by its tag. */
const FORM_FIELDS = 2;

/** Answers for one look, remembering where the containers' texts stand. */
export class Places {
  private readonly texts = new Map<Container, readonly Piece[]>();

  constructor(private readonly scene: Scene) {}

  /** The nearest container of the target round the element; null when it has to stand in one and does not. */
  of(target: Target, element: Element): Place | null {
    const places = target.containers.flatMap((container) => this.nearest(container, element) ?? []);
    return places.sort((a, b) => a.distance - b.distance)[0] ?? null;
  }

  private nearest(container: Container, element: Element): Place | null {
    const { keys, brief: { id, kind } } = container;
    const texts = this.textsAround(container, element);
    const most = kind === 'box' ? BOX_SIZE : CONTAINER_SIZE;
    let distance = 0;
    for (const box of [element, ...ancestorsOf(element)]) {
      distance += 1;
      if (!keys.empty && keys.agreeing(box).length > 0) return { container: id, distance };
      if (distance === 1 || texts.length === 0) continue;
      if (box.getElementsByTagName('*').item(most)) return null;
      if (texts.some((piece) => holds(box, piece.element)) && isKind(container, box)) return { container: id, distance };
    }
    return null;
  }

  /** A dialog's heading speaks for what is in the dialog, not for the page behind it, and the other way round. */
  private textsAround(container: Container, element: Element): readonly Piece[] {
    const { visibility, pieces } = this.scene;
    let texts = this.texts.get(container);
    if (!texts) {
      texts = pieces.filter((piece) => container.texts.match(piece.text) !== null && visibility.shows(piece.element));
      this.texts.set(container, texts);
    }
    const layer = visibility.layer(element);
    return texts.filter((piece) => {
      const own = visibility.layer(piece.element);
      return own === layer || (own !== null && holds(own, element));
    });
  }
}

function isKind({ brief: { kind } }: Container, box: Element): boolean {
  if (kind === 'box') return true;
  if (kind === 'form') return box.matches('form, [role=form], fieldset') || hasFields(box);
  return box.matches(DIALOG) || DIALOG_CLASS.test(box.className) || getComputedStyle(box).position === 'fixed';
}

function hasFields(box: Element): boolean {
  let fields = 0;
  for (const element of box.querySelectorAll(FIELD_QUERY)) {
    if (sortOf(element) && (fields += 1) >= FORM_FIELDS) return true;
  }
  return false;
}
