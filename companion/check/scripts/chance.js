/** Chance that comes out the same for the same words, on every machine. */

class Chance {
  constructor(seed) {
    let hash = 2166136261;
    for (const unit of seed) hash = Math.imul(hash ^ unit.codePointAt(0), 16777619);
    this.state = hash >>> 0;
  }

  /** Mulberry32: a number from 0 up to 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  shuffled(list) {
    const left = [...list];
    for (let index = left.length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1);
      [left[index], left[other]] = [left[other], left[index]];
    }
    return left;
  }

  /** A made-up name, as bundlers and other developers write them. */
  name() {
    const letters = 'abcdefghijkmnpqrstuvwxyz';
    return Array.from({ length: 7 }, () => letters[this.below(letters.length)]).join('');
  }
}
