/**
 * The environment of a build: what it needs to run, no secret of the shell that started it, no habit of the
 * machine.
 */

/** What the operating system itself needs. */
const passed = [
  'PATH',
  'SystemRoot',
  'SYSTEMROOT',
  'ComSpec',
  'COMSPEC',
  'PATHEXT',
  'windir',
  'TEMP',
  'TMP',
  'TMPDIR',
];

/**
 * Variables for a child. `home` is an empty folder: keys and settings in the user's own stay out of sight.
 */
export function cleanEnvironment(home: string): Record<string, string> {
  return {
    ...Object.fromEntries(
      passed.flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]])),
    ),
    HOME: home,
    USERPROFILE: home,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}
