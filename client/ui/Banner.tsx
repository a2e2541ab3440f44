import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Message } from "../i18n/intl.tsx";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { Check, Gauge, RefreshCw, WifiOff } from "./icons.ts";

export interface BannerProps {
	readonly tone: "brass" | "red" | "blue" | "green";
	readonly icon: LucideIcon;
	readonly title: ReactNode;
	readonly children?: ReactNode;
	readonly action?: ReactNode;
	/** Across the whole width, as at the top of a console, instead of a card. */
	readonly bar?: boolean | undefined;
	/** Says nothing aloud: whoever shows it announces it by itself. */
	readonly silent?: boolean | undefined;
}

/** One thing to know about the whole screen: what is true, and what comes next. Takes no focus. */
export function Banner({ tone, icon, title, children, action, bar = false, silent = false }: BannerProps) {
	return (
		<div
			className={classes("banner", `banner-${tone}`, bar && "banner-bar")}
			role={silent ? undefined : "status"}
		>
			<Icon icon={icon} size={20} />
			<div>
				<b>{title}</b>
				{children !== undefined && <span className="banner-detail">{children}</span>}
			</div>
			{action}
		</div>
	);
}

export type ConnectionState =
	/** `seconds` until the next attempt; absent while one is under way. */
	| {
			readonly kind: "reconnecting";
			readonly seconds?: number | undefined;
			readonly onRetry?: (() => void) | undefined;
	  }
	/** `asOf` is the clock time of the last word from the server. */
	| { readonly kind: "offline"; readonly asOf: string }
	| { readonly kind: "lowBandwidth"; readonly onPicture?: (() => void) | undefined }
	/** How long it lasted and how many changes were caught up, for one line on what was missed. */
	| { readonly kind: "back"; readonly seconds: number; readonly changes: number }
	/** The page is older than the server and has to be loaded anew. */
	| { readonly kind: "outdated"; readonly onReload?: (() => void) | undefined };

/** The moments of a connection, each with its own shape, colour and words. */
export function ConnectionBanner({ state, bar }: { state: ConnectionState; bar?: boolean | undefined }) {
	switch (state.kind) {
		case "reconnecting":
			return (
				<Banner
					tone="brass"
					icon={RefreshCw}
					bar={bar}
					title={<Message id="connection.reconnecting" />}
					action={
						state.onRetry && (
							<Button small onClick={state.onRetry}>
								<Message id="connection.tryNow" />
							</Button>
						)
					}
				>
					{state.seconds === undefined ? (
						<Message id="connection.trying" />
					) : (
						// Counted down for the eye; said aloud each second it would be in the way.
						<span aria-live="off">
							<Message id="connection.tryingIn" values={{ seconds: state.seconds }} />
						</span>
					)}
				</Banner>
			);
		case "offline":
			return (
				<Banner tone="red" icon={WifiOff} bar={bar} title={<Message id="connection.offline" />}>
					<Message id="connection.asItStood" values={{ time: <bdi>{state.asOf}</bdi> }} />
				</Banner>
			);
		case "lowBandwidth":
			return (
				<Banner
					tone="blue"
					icon={Gauge}
					bar={bar}
					title={<Message id="connection.soundOnly" />}
					action={
						state.onPicture && (
							<Button small onClick={state.onPicture}>
								<Message id="connection.picture" />
							</Button>
						)
					}
				>
					<Message id="connection.picturePaused" />
				</Banner>
			);
		case "back":
			return (
				<Banner tone="green" icon={Check} bar={bar} title={<Message id="connection.back" />}>
					<Message id="connection.missed" values={{ seconds: state.seconds, changes: state.changes }} />
				</Banner>
			);
		case "outdated":
			return (
				<Banner
					tone="blue"
					icon={RefreshCw}
					bar={bar}
					title={<Message id="connection.outdated" />}
					action={
						state.onReload && (
							<Button small onClick={state.onReload}>
								<Message id="connection.reload" />
							</Button>
						)
					}
				>
					<Message id="connection.outdatedDetail" />
				</Banner>
			);
	}
}
