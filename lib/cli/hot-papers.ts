import { backfill } from "./backfill.ts";
import { build } from "./build.ts";
import { collect } from "./collect.ts";
import { type Command, EXIT, type ExitStatus, type CommandOutside, UsageError } from "./command.ts";
import { doctor } from "./doctor.ts";
import { fileTrouble } from "./file-trouble.ts";
import { pack } from "./pack.ts";
import { parse } from "./parse.ts";
import { printableLine, printableText } from "./printable.ts";
import { publish } from "./publish.ts";
import { write } from "./write.ts";

/** All commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  parse,
  write,
  pack,
  build,
  backfill,
  collect,
  publish,
  doctor,
};

const CALL = "npm run --silent hot-papers --";

function help(): string {
  const width = Math.max(...Object.values(COMMANDS).map((command) => command.usage.length));
  const rows = Object.values(COMMANDS).map(
    (command) => `  ${command.usage.padEnd(width)}  ${command.summary}`,
  );
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

/** The same world; texts of files and services give its terminal no commands. */
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

/** What stopped a command; of a file it names the path. */
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
    world.out(help());
    return EXIT.ok;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    world.err(
      name === undefined ? "hot-papers: name a command" : `hot-papers: there is no command “${name}”`,
    );
    for (const line of help().split("\n")) world.err(line);
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
