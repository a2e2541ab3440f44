import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Message } from "../i18n/intl.tsx";
import { Name, Names } from "../i18n/Name.tsx";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { type Emblem, Flag } from "./Flag.tsx";
import { Icon } from "./Icon.tsx";
import { ArrowRight, CircleCheck, Hand, Lock, Mic, WifiOff } from "./icons.ts";

/** A delegation before mine in the list. */
export interface Ahead extends Emblem {
	readonly id: string;
	readonly name: string;
}

/** The moments of the delegate's one big action. Times are texts, as `16:53` or `1:20`. */
export type FloorMoment =
	/** `position` and `at`: the place that a request would get now, and when it would be reached. */
	| { readonly kind: "request"; readonly position?: number | undefined; readonly at?: string | undefined }
	| {
			readonly kind: "inList";
			readonly position: number;
			readonly minutes: number;
			readonly at: string;
			/** The range in which it is expected, where it is wider than a minute. */
			readonly between?: { readonly from: string; readonly to: string } | undefined;
			/** The next few before me, nearest to the podium first; empty when the list is long. */
			readonly ahead: readonly Ahead[];
			readonly me: Emblem;
	  }
	/** With `onReady` it asks to report ready, without it only says that the floor is near. */
	| {
			readonly kind: "next";
			readonly inAbout?: string | undefined;
			readonly onReady?: (() => void) | undefined;
	  }
	| { readonly kind: "speaking"; readonly left: string; readonly yieldKey: string }
	/** With `onAsk` the chair can be asked to add the delegation all the same. */
	| { readonly kind: "closed"; readonly onAsk?: (() => void) | undefined }
	/** A hand in a moderated discussion: to be raised, or up, with its place among the others. */
	| {
			readonly kind: "hand";
			readonly up: { readonly place: number; readonly of: number } | undefined;
			readonly hands: number;
	  }
	/** Not now, or not this person's: the title says what, the detail why and what to do. */
	| { readonly kind: "unavailable"; readonly title: string; readonly detail: string }
	| { readonly kind: "reconnecting"; readonly position?: number | undefined };

/**
 * The delegate's one action. It changes through six moments and never moves; where it cannot act it
 * stays, readable and in the order of focus, and says why.
 */
export function FloorButton({
	moment,
	pending = false,
	shortcut,
	onRequest,
	onWithdraw,
}: {
	moment: FloorMoment;
	/** An act was sent and is not yet acknowledged. */
	pending?: boolean | undefined;
	shortcut?: string | undefined;
	onRequest?: (() => void) | undefined;
	onWithdraw?: (() => void) | undefined;
}) {
	switch (moment.kind) {
		case "request":
			return (
				<BigButton
					look="request"
					icon={Hand}
					shortcut={shortcut}
					pending={pending}
					onClick={onRequest}
					title={<Message id="delegate.requestFloor" />}
				>
					{moment.position !== undefined && moment.at !== undefined ? (
						<Message
							id="delegate.wouldBe"
							values={{ position: moment.position, time: <Name>{moment.at}</Name> }}
						/>
					) : (
						<Message id="delegate.listOpen" />
					)}
				</BigButton>
			);
		case "inList":
			return <InList moment={moment} pending={pending} onWithdraw={onWithdraw} />;
		case "next":
			return (
				<BigButton
					look="ready"
					icon={CircleCheck}
					pending={pending}
					onClick={moment.onReady}
					title={<Message id={moment.onReady === undefined ? "delegate.youAreNext" : "delegate.ready"} />}
				>
					{moment.inAbout === undefined ? (
						<Message id="delegate.whenCalled" />
					) : (
						<Message
							id={moment.onReady === undefined ? "delegate.inAbout" : "delegate.youAreNextIn"}
							values={{ time: <Name>{moment.inAbout}</Name> }}
						/>
					)}
				</BigButton>
			);
		case "speaking":
			return (
				<BigButton look="speaking" icon={Mic} title={<Message id="delegate.youHaveFloor" />}>
					<Message
						id="delegate.leftPressToYield"
						values={{ time: <Name>{moment.left}</Name>, key: <Name>{moment.yieldKey}</Name> }}
					/>
				</BigButton>
			);
		case "closed":
			return (
				<BigButton
					look={moment.onAsk === undefined ? "off" : "ask"}
					icon={Lock}
					pending={pending}
					onClick={moment.onAsk}
					title={<Message id="delegate.listClosed" />}
				>
					<Message id={moment.onAsk === undefined ? "delegate.writeToBeAdded" : "delegate.askChair"} />
				</BigButton>
			);
		case "hand":
			return (
				<BigButton
					look={moment.up === undefined ? "request" : "up"}
					icon={Hand}
					shortcut={shortcut}
					pending={pending}
					onClick={moment.up === undefined ? onRequest : onWithdraw}
					title={<Message id={moment.up === undefined ? "delegate.raiseHand" : "delegate.lowerHand"} />}
				>
					{moment.up === undefined ? (
						<Message id="delegate.handsUp" values={{ count: moment.hands }} />
					) : (
						<Message id="delegate.handPlace" values={{ place: moment.up.place, count: moment.up.of }} />
					)}
				</BigButton>
			);
		case "unavailable":
			return (
				<BigButton look="off" icon={Lock} title={moment.title}>
					{moment.detail}
				</BigButton>
			);
		case "reconnecting":
			return (
				<BigButton look="off" icon={WifiOff} title={<Message id="connection.reconnecting" />}>
					{moment.position === undefined ? (
						<Message id="connection.actionsWait" />
					) : (
						<Message id="delegate.placeKept" values={{ position: moment.position }} />
					)}
				</BigButton>
			);
	}
}

/** The button itself, the same box in all moments but one. */
function BigButton({
	look,
	icon,
	title,
	children,
	onClick,
	shortcut,
	pending = false,
}: {
	look: "request" | "ready" | "speaking" | "off" | "ask" | "up";
	icon: LucideIcon;
	title: ReactNode;
	children: ReactNode;
	onClick?: (() => void) | undefined;
	shortcut?: string | undefined;
	pending?: boolean | undefined;
}) {
	return (
		<button
			type="button"
			className={classes("floor-button", `floor-button-${look}`)}
			aria-keyshortcuts={shortcut}
			aria-disabled={onClick === undefined ? true : undefined}
			aria-busy={pending ? true : undefined}
			onClick={pending ? undefined : onClick}
		>
			<Icon icon={icon} size={36} />
			<b>{title}</b>
			<span>{children}</span>
		</button>
	);
}

/** In the list, the button turns into the place in the list. */
function InList({
	moment,
	pending,
	onWithdraw,
}: {
	moment: Extract<FloorMoment, { kind: "inList" }>;
	pending: boolean;
	onWithdraw: (() => void) | undefined;
}) {
	return (
		<div className="in-list">
			<span className="in-list-place">
				<Message id="delegate.place" values={{ position: moment.position }} />
			</span>
			<b>
				<Message id="delegate.inList" />
			</b>
			<Button small onClick={onWithdraw} aria-busy={pending ? true : undefined}>
				<Message id="delegate.withdraw" />
			</Button>
			<span className="in-list-when">
				{moment.between === undefined ? (
					<Message
						id="delegate.aboutMinutesAt"
						values={{ minutes: moment.minutes, time: <Name>{moment.at}</Name> }}
					/>
				) : (
					<Message
						id="delegate.aboutMinutesBetween"
						values={{
							minutes: moment.minutes,
							from: <Name>{moment.between.from}</Name>,
							to: <Name>{moment.between.to}</Name>,
						}}
					/>
				)}
			</span>
			{moment.ahead.length > 0 && (
				<span className="in-list-ahead">
					{moment.ahead.map((delegation) => (
						<Flag key={delegation.id} flag={delegation.flag} monogram={delegation.monogram} width={24} />
					))}
					<Icon icon={ArrowRight} size={16} mirrored />
					<Flag {...moment.me} width={24} />
					<span>
						<Message
							id="delegate.thenYou"
							values={{ names: <Names names={moment.ahead.map((delegation) => delegation.name)} /> }}
						/>
					</span>
				</span>
			)}
		</div>
	);
}
