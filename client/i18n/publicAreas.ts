/**
 * The areas of the catalogues that the public page and the plenary screen speak in (`audience.title` is of
 * the area `audience`). They load these alone: the consoles' words are most of a catalogue, and thousands
 * of visitors never see them.
 */
const publicAreas: ReadonlySet<string> = new Set([
	"amountunit",
	"audience",
	"channel",
	"common",
	"connection",
	"embed",
	"figure",
	"figurerule",
	"floor",
	"hall",
	"initiative",
	"partrole",
	"partstatus",
	"plate",
	"pledge",
	"pledgefact",
	"pledgeformkind",
	"pledgekind",
	"programme",
	"rows",
	"rowstitle",
	"screen",
	"slots",
	"theme",
]);

/** Whether the public pages may say this message. */
export function isPublicMessage(id: string): boolean {
	return publicAreas.has(id.slice(0, id.indexOf(".")));
}
