import type { WelcomeActions, WelcomeModel } from "./welcome-model.ts";
import { text } from "../../lib/texts/text.ts";
import { AccessNotice } from "../parts/AccessNotice.tsx";
import { Logo } from "../parts/Logo.tsx";
import { ExamplePaper } from "./ExamplePaper.tsx";
import { TodayOffer } from "./TodayOffer.tsx";
import "./welcome.css";

interface WelcomePageProps extends WelcomeActions {
  model: WelcomeModel;
  listUrl: string;
  optionsUrl: string;
}

/** The one page that opens by itself, once, after the installation. */
export function WelcomePage({ model, listUrl, optionsUrl, onGrantAccess, onStartToday }: WelcomePageProps) {
  const { access, popupKey, onPhone, onToolbar, live, trouble } = model;
  const where = onToolbar ? "welcomeButtonPinned" : "welcomeButtonHidden";
  return (
    <>
      <header>
        <Logo />
        <h1>{text("welcomeTitle")}</h1>
      </header>
      <main>
        {access === false && <AccessNotice onGrant={onGrantAccess} />}
        <output class="granted">{access === true && text("welcomeAccess")}</output>
        <TodayOffer
          live={live}
          listUrl={listUrl}
          optionsUrl={optionsUrl}
          onStart={onStartToday}
          trouble={trouble}
        />
        <ExamplePaper />
        <section aria-labelledby="button">
          <h2 id="button">{text("welcomeButton")}</h2>
          <div class="where">
            <span class="toolbar-button">
              <Logo />
            </span>
            <p>
              {text(onPhone ? "welcomeButtonPhone" : where)}{" "}
              {popupKey && (
                <>
                  {text("optionsPopupKey")} <kbd>{popupKey}</kbd>
                </>
              )}
            </p>
          </div>
          <p>
            <a class="button" href={listUrl} target="_blank">
              {text("welcomeOpenList")}
            </a>
          </p>
        </section>
        <section aria-labelledby="never">
          <h2 id="never">{text("welcomeNever")}</h2>
          <ul class="never">
            <li>{text("welcomeNeverAddress")}</li>
            <li>{text("welcomeNeverServer")}</li>
            <li>{text("welcomeNeverPage")}</li>
          </ul>
        </section>
      </main>
      <footer>{text("welcomeOnce")}</footer>
    </>
  );
}
