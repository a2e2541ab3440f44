import type { MonitorSignal } from "../../../../shared/protocol/monitor.ts";
import { useMonitor } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import { type LightTone, Status } from "../../../ui/Status.tsx";

const states: Record<MonitorSignal["worker"]["state"], { readonly tone: LightTone; readonly id: MessageId }> =
	{
		on: { tone: "green", id: "operator.workerOn" },
		idle: { tone: "off", id: "operator.workerIdle" },
		starting: { tone: "brass", id: "operator.workerStarting" },
		off: { tone: "red", id: "operator.workerOff" },
	};

/** How the server that forwards stands, and how many listen. */
export function ForwardingSection() {
	const monitor = useMonitor();
	const { number } = useSpeech();
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="operator.forwarding" />
				</h3>
				{monitor !== null && (
					<span className="small">
						<Status tone={states[monitor.worker.state].tone}>
							<Message id={states[monitor.worker.state].id} />
						</Status>
					</span>
				)}
			</div>
			{monitor === null ? (
				<p className="dim small">
					<Message id="operator.noFigures" />
				</p>
			) : monitor.worker.state === "off" ? null : (
				<dl className="key-values">
					<dt>
						<Message id="operator.listening" />
					</dt>
					<dd>
						<bdi>{number(monitor.listeners.all)}</bdi>
					</dd>
					<dt>
						<Message id="operator.public" />
					</dt>
					<dd>
						<Message
							id="operator.of"
							values={{
								value: <bdi>{number(monitor.listeners.public)}</bdi>,
								most: <bdi>{number(monitor.listeners.publicLimit)}</bdi>,
							}}
						/>
					</dd>
					<dt>
						<Message id="operator.load" />
					</dt>
					<dd>
						{monitor.worker.load === null ? (
							<Message id="operator.notKnown" />
						) : (
							<Message
								id="operator.ofHundred"
								values={{ value: <bdi>{number(Math.round(monitor.worker.load * 100))}</bdi> }}
							/>
						)}
					</dd>
				</dl>
			)}
		</section>
	);
}
