/** What networks say if they could not tell the language: `und`, `zxx` for none, Twitter's own `qme` and the like. */
const UNKNOWN = /^(?:und|zxx|art|q[a-t][a-z])$/iu;

/** The language of a post as pages can say it; undefined if unknown. */
export const postLanguage = (lang: string): string | undefined => (UNKNOWN.test(lang) ? undefined : lang);
