import { type Command, EXIT, type ExitStatus, type CommandOutside, UsageError } from "./command.ts";
import { fileTrouble } from "./file-trouble.ts";
import { printableLine, printableText } from "./printable.ts";

/** All commands by name. Only the one that is called is loaded: with all of them it takes 12 MB more. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import("./parse.ts")).parse,
  write: async () => (await import("./write.ts")).write,
  pack: async () => (await import("./pack.ts")).pack,
  build: async () => (await import("./build.ts")).build,
  backfill: async () => (await import("./backfill.ts")).backfill,
  collect: async () => (await import("./collect.ts")).collect,
  publish: async () => (await import("./publish.ts")).publish,
  doctor: async () => (await import("./doctor.ts")).doctor,
};

const CALL = "npm run --silent hot-papers --";

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const rows = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return [
    "Reads and writes hot-papers digests, makes them from live sources, and publishes them.",
    "",
    `Usage: ${CALL} COMMAND …`,
    "",
    ...rows,
    "",
    "Exit status: 0 all done, 1 something could not be done (standard error says what), 2 called wrongly,",
    "3 arXiv has no list of that day (yet), 4 sources did not answer. COMMAND --help says more.",
    "",
  ].join("\n");
}

/** The same world, in which texts of files and services cannot command the terminal. */
const printing = (world: CommandOutside): CommandOutside => ({
  ...world,
  out: (text) => world.out(printableText(text)),
  err: (line) => world.err(printableLine(line)),
  ...(world.live && {
    live: {
      ...world.live,
      ...(world.live.draw && { draw: (line: string) => world.live?.draw?.(printableLine(line)) }),
    },
  }),
});

/** What stopped a command; for a file it names the path. */
function whyOf(error: unknown): string {
  const path = error instanceof Error && "path" in error ? `${String(error.path)}: ` : "";
  return `${path}${fileTrouble(error)}`;
}

/**
 * The command line.
 *
 * @param args what follows `hot-papers`
 * @returns the exit status; never throws for what a caller may do wrong
 */
export async function hotPapers(args: readonly string[], outside: CommandOutside): Promise<ExitStatus> {
  const world = printing(outside);
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    world.out(await help());
    return EXIT.ok;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (!command) {
    world.err(
      name === undefined ? "hot-papers: name a command" : `hot-papers: there is no command “${name}”`,
    );
    for (const line of (await help()).split("\n")) world.err(line);
    return EXIT.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    world.out(
      `Usage: ${CALL} ${command.usage}\n\n${command.summary}\n${command.help ? `\n${command.help}` : ""}`,
    );
    return EXIT.ok;
  }
  try {
    return await command.run(rest, world);
  } catch (error) {
    const wrongOption =
      error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    world.err(`hot-papers ${name}: ${whyOf(error)}`);
    if (!(error instanceof UsageError) && !wrongOption) return EXIT.failed;
    world.err(`Usage: ${CALL} ${command.usage}`);
    return EXIT.usage;
  }
}
