/** Whether a document belongs to the site: the counterpart of companion/pack/hosts.py in the page. */

export interface Standing {
  readonly official: boolean;
  readonly practice: boolean;
  /** The official host this document stands for, `member.1688.com` for `member.1688.localhost:8123`. */
  readonly host: string;
}

export function standing(origin: string, hosts: readonly string[]): Standing {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (!url) return { official: false, practice: false, host: '' };
  const practice = url.protocol === 'http:' && url.hostname.endsWith('.localhost');
  // Loopback names end in .localhost; every official host of a pack ends in one label that it stands for.
  const candidates = practice ? practiceNames(url.hostname, hosts) : [url.hostname];
  const host = candidates.find((name) => hosts.some((known) => covers(known, name)));
  const official = host !== undefined && (practice || url.protocol === 'https:');
  return { official, practice: official && practice, host: official ? host : '' };
}

function practiceNames(hostname: string, hosts: readonly string[]): string[] {
  const stem = hostname.slice(0, -'localhost'.length);
  return [...new Set(hosts.map((known) => known.slice(known.lastIndexOf('.') + 1)))].map((last) => stem + last);
}

/** `.1688.com` covers 1688.com and everything below it, at a dot boundary; other names only themselves. */
function covers(known: string, host: string): boolean {
  return known.startsWith('.') ? host === known.slice(1) || host.endsWith(known) : host === known;
}
