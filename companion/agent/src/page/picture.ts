/** Codes that are read off a picture, not out of a message. */

import { height, width } from './box';
import type { Field } from './fields';
import type { Visibility } from './visible';
import { ancestorsOf, holds } from './walk';

/** Boxes round a field that can be its row, and what a picture of a few characters looks like in CSS pixels. */
const ROW_DEPTH = 4;
const PICTURE = { width: 48, most: 240, height: 20, ratio: 1.6 };
const PICTURE_NAMES = /captcha|vcode|veri|valid|checkcode|code|rand|yzm/i;

/** A picture in the field's own row, of the shape of a word or called what such pictures are called. */
export function isPictured({ sort, element }: Field, fields: readonly Field[], visibility: Visibility): boolean {
  if (sort !== 'text') return false;
  for (const around of [...ancestorsOf(element)].slice(0, ROW_DEPTH)) {
    if (fields.some((other) => other.element !== element && holds(around, other.element))) return false;
    if ([...around.querySelectorAll('img, canvas')].some((picture) => isPictureOfWord(picture, element, visibility))) return true;
  }
  return false;
}

function isPictureOfWord(picture: Element, field: Element, visibility: Visibility): boolean {
  if (!picture.checkVisibility({ visibilityProperty: true })) return false;
  const box = visibility.box(picture);
  const named = PICTURE_NAMES.test(['src', 'id', 'class', 'name'].map((name) => picture.getAttribute(name) ?? '').join(' '));
  const shaped = width(box) >= PICTURE.width && width(box) <= PICTURE.most && height(box) >= PICTURE.height && width(box) >= height(box) * PICTURE.ratio;
  // Left of a field a picture of that shape may be a flag, and one of that name a sign for the field.
  return box.left >= visibility.box(field).left ? named || shaped : named && shaped;
}
