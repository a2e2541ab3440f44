import { it } from "vitest";
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
