/** Whether an element stands in the dialog, form or box that its target belongs to. */

import { CONTAINER_SIZE } from '../limits';
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

/** Answers for one look, remembering which boxes are which containers. */
export class Places {
  private readonly texts = new Map<Container, readonly Piece[]>();
  private readonly boxes = new Map<Container, Map<Element, boolean>>();

  constructor(private readonly scene: Scene) {}

  /** The nearest container of the target round the element; null when it has to stand in one and does not. */
  of(target: Target, element: Element): Place | null {
    const places = target.containers.flatMap((container) => this.nearest(container, element) ?? []);
    return places.sort((a, b) => a.distance - b.distance)[0] ?? null;
  }

  private nearest(container: Container, element: Element): Place | null {
    let distance = 0;
    for (const box of [element, ...ancestorsOf(element)]) {
      distance += 1;
      if (box.getElementsByTagName('*').item(CONTAINER_SIZE)) return null;
      if (this.is(container, box, element)) return { container: container.brief.id, distance };
    }
    return null;
  }

  private is(container: Container, box: Element, element: Element): boolean {
    if (!container.keys.empty && container.keys.agreeing(box).length > 0) return true;
    let known = this.boxes.get(container);
    if (!known) this.boxes.set(container, (known = new Map<Element, boolean>()));
    if (box === element) return false;
    let answer = known.get(box);
    if (answer === undefined) known.set(box, (answer = this.says(container, box) && isKind(container, box)));
    return answer;
  }

  private says(container: Container, box: Element): boolean {
    let texts = this.texts.get(container);
    if (!texts) {
      texts = this.scene.pieces.filter((piece) =>
        container.texts.match(piece.text) !== null && this.scene.visibility.shows(piece.element));
      this.texts.set(container, texts);
    }
    return texts.some((piece) => holds(box, piece.element));
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
