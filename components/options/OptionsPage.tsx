import type { ComponentChildren } from "preact";
import type { OptionsActions, OptionsModel } from "./options-model.ts";
import { text } from "../../lib/texts/text.ts";
import { AccessNotice } from "../parts/AccessNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import { Notice } from "../parts/Notice.tsx";
import { AboutSection } from "./AboutSection.tsx";
import { ChangedPages } from "./ChangedPages.tsx";
import { BadgeSwitches } from "./BadgeSwitches.tsx";
import { ImportSection } from "./ImportSection.tsx";
import { IndexSection } from "./IndexSection.tsx";
import { AppearanceSection } from "./AppearanceSection.tsx";
import "./options.css";

export interface OptionsPageProps extends OptionsActions {
  model: OptionsModel;
  /** The extension's own. */
  version: string;
  /** Kinds of arXiv's pages on which nothing was found. */
  changedPages?: readonly string[];
  /** False until feeds are known. There may be any number of them, so the sections below come with them and never move. */
  whole?: boolean;
  /** The section of the day's change, which has wiring of its own. */
  day?: ComponentChildren;
  /** The section of feeds, which has wiring of its own. */
  feeds?: ComponentChildren;
  /** The same for the section of keys. */
  keys?: ComponentChildren;
  /** The same for own data from a file. */
  ownData?: ComponentChildren;
  /** The same for the section of saved and read papers. */
  marks?: ComponentChildren;
  /** The same for what comes last. */
  end?: ComponentChildren;
}

/** The options, few and plain. */
export function OptionsPage({
  model,
  version,
  changedPages,
  whole = true,
  day,
  feeds,
  keys,
  ownData,
  marks,
  end,
  ...actions
}: OptionsPageProps) {
  const { settings, status, archive, access, imports, busy, trouble } = model;
  return (
    <>
      <header>
        <Logo />
        <h1>{text("optionsTitle")}</h1>
      </header>
      <main>
        {access === false && <AccessNotice onGrant={actions.onGrantAccess} />}
        {trouble !== undefined && (
          <Notice tone="bad" alert>
            <p>{text("popupTrouble", trouble)}</p>
          </Notice>
        )}
        {changedPages && <ChangedPages kinds={changedPages} />}
        <BadgeSwitches settings={settings} onChange={actions.onChange} />
        <AppearanceSection settings={settings} onChange={actions.onChange} />
        {keys}
        {day}
        {feeds}
        {whole && (
          <>
            <ImportSection imports={imports} onFiles={actions.onFiles} />
            <IndexSection
              status={status}
              archive={archive}
              busy={busy}
              onDelete={actions.onDelete}
              onExport={actions.onExport}
              onRestore={actions.onRestore}
              ownData={ownData}
            />
            {marks}
            {end}
            <AboutSection />
          </>
        )}
      </main>
      {whole && <footer>{text("optionsVersion", version)}</footer>}
    </>
  );
}
