import { expect, it } from "vitest";
import { view } from "../../shared/conference/visibility.ts";
import { given, start } from "../support/decider.ts";
import { ready, sitting } from "../support/factories.ts";

const text = "The minister is on the way.";
const toDelegation = (delegationId: string) => ({ kind: "delegation" as const, delegationId });
const office = (kind: "chair" | "secretariat" | "operator") => ({ kind });

it("ME1 a delegation writes to chair, secretariat or operator, and nobody writes for it", () => {
	const write = (to: "chair" | "secretariat" | "operator", delegationId = "idn") => ({
		type: "writeAsDelegation" as const,
		delegationId,
		to,
		text,
	});
	for (const to of ["chair", "secretariat", "operator"] as const)
		given(ready)
			.when(write(to), { as: "idn-reader", at: start + 5, newId: "m" })
			.then({
				type: "MessageSent",
				data: { message: { id: "m", at: start + 5, from: toDelegation("idn"), to: office(to), text } },
			});
	for (const as of ["ury-minister", "rwa-chair", "desk"])
		given(ready).when(write("chair"), { as }).thenRefused("notAllowed");
	given(ready).when(write("chair", "atlantis"), { as: "system" }).thenRefused("unknownDelegation");
});

it("ME1 every co-chair of the sitting meeting writes as the chair, the secretariat for itself", () => {
	const asChair = (to: ReturnType<typeof toDelegation> | ReturnType<typeof office>) => ({
		type: "writeAsChair" as const,
		to,
		text,
	});
	const asSecretariat = (to: ReturnType<typeof toDelegation> | ReturnType<typeof office>) => ({
		type: "writeAsSecretariat" as const,
		to,
		text,
	});
	for (const as of ["rwa-chair", "usa-chair"])
		given(sitting)
			.when(asChair(toDelegation("idn")), { as })
			.then({ type: "MessageSent", data: { message: { from: office("chair"), to: toDelegation("idn") } } });
	for (const as of ["gha-chair", "idn-minister", "desk"])
		given(sitting)
			.when(asChair(office("secretariat")), { as })
			.thenRefused("notAllowed");
	given(ready)
		.when(asChair(office("secretariat")), { as: "rwa-chair" })
		.thenRefused("notAllowed");
	given(sitting)
		.when(asChair(office("chair")), { as: "rwa-chair" })
		.thenRefused("messageToSelf");
	given(sitting)
		.when(asSecretariat(office("secretariat")), { as: "desk" })
		.thenRefused("messageToSelf");
	given(sitting)
		.when(asSecretariat(office("chair")), { as: "desk" })
		.then({ type: "MessageSent", data: { message: { from: office("secretariat"), to: office("chair") } } });
	given(sitting)
		.when(asSecretariat(office("chair")), { as: "rwa-chair" })
		.thenRefused("notAllowed");
	given(sitting)
		.when(asSecretariat(toDelegation("atlantis")), { as: "desk" })
		.thenRefused("unknownDelegation", { delegationId: "atlantis" });
});

it("ME2 the presiding chair and the secretariat remind a delegation of its turn", () => {
	const remind = { type: "remindDelegation" as const, delegationId: "idn" };
	given(sitting)
		.when(remind, { as: "rwa-chair" })
		.then({
			type: "MessageSent",
			data: { message: { from: office("chair"), to: toDelegation("idn"), text: null } },
		});
	given(sitting)
		.when(remind, { as: "desk" })
		.then({ type: "MessageSent", data: { message: { from: office("secretariat") } } });
	for (const as of ["usa-chair", "ury-minister"])
		given(sitting).when(remind, { as }).thenRefused("notAllowed");
	given(sitting)
		.when({ ...remind, delegationId: "atlantis" }, { as: "desk" })
		.thenRefused("unknownDelegation");
});

it("ME3 a booth writes to operator, secretariat and within itself, and operators to anybody", () => {
	const booth = { kind: "booth" as const, channel: "fr" as const };
	const write = (to: "booth" | "operator" | "secretariat") => ({
		type: "writeAsBooth" as const,
		channel: "fr" as const,
		to,
		text,
	});
	given(ready)
		.when(write("booth"), { as: "fr-booth-1" })
		.then({ type: "MessageSent", data: { message: { from: booth, to: booth, by: "fr-booth-1" } } });
	for (const to of ["operator", "secretariat"] as const)
		given(ready)
			.when(write(to), { as: "fr-captioner" })
			.then({ type: "MessageSent", data: { message: { from: booth, to: office(to), by: "fr-captioner" } } });
	for (const as of ["sign-booth-1", "en-captioner", "operator", "desk"])
		given(ready).when(write("operator"), { as }).thenRefused("notAllowed");

	const answer = { type: "writeAsOperator" as const, to: booth, text };
	const sent = given(ready)
		.when(answer, { as: "operator" })
		.then({ type: "MessageSent", data: { message: { from: office("operator"), to: booth } } });
	expect([...sent.messages.messages.values()][0]).not.toHaveProperty("by");
	const readers = (["fr", "sign"] as const).map(
		(channel) => view({ kind: "booth", channel }, sent).messages.messages.size,
	);
	expect(readers).toEqual([1, 0]);
	given(ready).when(answer, { as: "desk" }).thenRefused("notAllowed");
	given(ready)
		.when({ ...answer, to: office("operator") }, { as: "operator" })
		.thenRefused("messageToSelf");
});
