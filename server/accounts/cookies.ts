import { errors, jwtVerify, SignJWT } from "jose";
import type { Accounts, SignIn } from "./accounts.ts";

/** One algorithm, so that a cookie cannot choose a weaker one. */
const algorithm = "HS256";

/**
 * The value of the sign-in cookie: a signed token with the sign-in's id and its end, and nothing about the person. The
 * cookie belongs HttpOnly, SameSite=Lax, Secure behind TLS, and may expire at `signIn.expiresAt`.
 */
export async function issueCookie(accounts: Accounts, signIn: SignIn, now = Date.now()): Promise<string> {
	const { current } = await accounts.signingKeys(now);
	return new SignJWT({ sid: signIn.id })
		.setProtectedHeader({ alg: algorithm, kid: current.kid })
		.setExpirationTime(Math.floor(signIn.expiresAt / 1000))
		.sign(current.secret);
}

/** The sign-in that a cookie names, if the signature is ours and the sign-in has neither ended nor expired. */
export async function readCookie(
	accounts: Accounts,
	value: string,
	now = Date.now(),
): Promise<SignIn | undefined> {
	const { valid } = await accounts.signingKeys(now);
	try {
		const { payload } = await jwtVerify(
			value,
			({ kid }) => {
				const key = valid.find((one) => one.kid === kid);
				if (key === undefined) throw new errors.JWKSNoMatchingKey();
				return key.secret;
			},
			{ algorithms: [algorithm], currentDate: new Date(now), requiredClaims: ["exp", "sid"] },
		);
		return typeof payload.sid === "string" ? await accounts.signInById(payload.sid, now) : undefined;
	} catch (error) {
		// A forged, damaged or old cookie is no sign-in; whatever else fails is not the visitor's doing.
		if (error instanceof errors.JOSEError) return undefined;
		throw error;
	}
}
