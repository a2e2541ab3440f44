import type { ReactNode } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import { useConnection, useNowSelect, useSeat, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { clockTime } from "../../i18n/time.ts";
import { Flag } from "../../ui/Flag.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Languages, LogOut } from "../../ui/icons.ts";
import { Brand } from "../../ui/Mark.tsx";
import { type LightTone, Status } from "../../ui/Status.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { HeaderMenu } from "./HeaderMenu.tsx";
import { usePerson } from "./person.ts";

/** Mark, meeting, connection, language, the host's time, and who sits here. */
export function ConsoleHeader({
	title,
	detail,
	role,
}: {
	title: ReactNode;
	detail: ReactNode;
	role: ReactNode;
}) {
	return (
		<header className="console-header">
			<Brand />
			<h1 className="console-title">
				{title}
				{detail !== undefined && <small>{detail}</small>}
			</h1>
			<div className="console-end">
				<ConnectionStatus />
				<LanguageMenu />
				<HostTime />
				<Me role={role} />
			</div>
		</header>
	);
}

const tones = {
	connecting: "brass",
	connected: "green",
	reconnecting: "brass",
	offline: "red",
	signedOut: "red",
	journalDown: "red",
} as const satisfies Record<string, LightTone>;

function ConnectionStatus() {
	const { status } = useConnection();
	return (
		<Status tone={tones[status]}>
			<Message id={`status.${status}`} />
		</Status>
	);
}

/** Plain addresses: the page comes again in the other language, and what was pending is kept. */
function LanguageMenu() {
	const { t, locale } = useSpeech();
	const languages = useSelect((state) => state.profile.languages);
	return (
		<HeaderMenu
			className="language-menu"
			label={t("common.language")}
			summary={
				<>
					<Icon icon={Languages} />
					<span className="desktop-only">{languageNames[locale] ?? locale}</span>
				</>
			}
		>
			<ul>
				{languages.map((language) => (
					<li key={language}>
						<a
							href={`?lang=${language}`}
							lang={language}
							hrefLang={language}
							aria-current={language === locale ? "true" : undefined}
						>
							{languageNames[language] ?? language}
						</a>
					</li>
				))}
			</ul>
		</HeaderMenu>
	);
}

/** The host city's time. A rehearsal has a time of its own, so that the reader's clock says nothing of it. */
function HostTime() {
	const { t, locale } = useSpeech();
	const profile = useSelect((state) => state.profile);
	const time = useNowSelect((now) => clockTime(now, profile.timeZone));
	const own = useNowSelect((now) => clockTime(now, Intl.DateTimeFormat().resolvedOptions().timeZone));
	return (
		<span
			className="numeric nowrap"
			title={profile.rehearsal || own === time ? undefined : t("common.yourTime", { time: own })}
		>
			<span className="desktop-only">
				<Message
					id="common.timeIn"
					values={{ time: <bdi>{time}</bdi>, city: <bdi>{inLanguage(profile.city, locale)}</bdi> }}
				/>
			</span>
			<bdi className="phone-only">{time}</bdi>
		</span>
	);
}

function Me({ role }: { role: ReactNode }) {
	const { t, locale } = useSpeech();
	const seat = useSeat();
	const person = usePerson();
	const delegation = useSelect((state) => state.delegations.delegations.get(seat?.delegationId ?? ""));
	const name = delegation === undefined ? person?.name : inLanguage(delegation.name, locale);
	return (
		<HeaderMenu
			className="language-menu account-menu"
			label={t("console.account")}
			summary={
				<span className="console-me">
					{delegation !== undefined && (
						<Flag
							flag={delegation.flag ?? undefined}
							monogram={delegation.monogram ?? undefined}
							width={30}
						/>
					)}
					<bdi>{name}</bdi>
					<small>{role}</small>
				</span>
			}
		>
			<div className="account">
				{person !== null && (
					<p>
						<b dir="auto">{person.name}</b>
						<span dir="auto">{person.title}</span>
					</p>
				)}
				<p className="account-row">
					<Message id="console.theme" />
					<ThemeSwitch />
				</p>
				<form method="post" action="/sign-out">
					<button type="submit" className="button button-wide">
						<Icon icon={LogOut} mirrored />
						<Message id="console.signOut" />
					</button>
				</form>
			</div>
		</HeaderMenu>
	);
}
