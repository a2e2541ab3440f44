import type { Formulas } from "./formulas.ts";

/** What a chair says in Spanish. Delegations stand in brackets, because the article cannot be told from a name. */
export const spanish: Formulas = {
	person: {
		his: "Su Excelencia el Sr. {name}, {title} ({of})",
		her: "Su Excelencia la Sra. {name}, {title} ({of})",
		either: "Su Excelencia {name}, {title} ({of})",
	},
	personWithoutTitle: {
		his: "Su Excelencia el Sr. {name} ({of})",
		her: "Su Excelencia la Sra. {name} ({of})",
		either: "Su Excelencia {name} ({of})",
	},
	delegation: "la delegación de {of}",
	openMeeting: "Declaro abierta la sesión: {meeting}.",
	resumeMeeting: "Se reanuda la sesión.",
	giveFloor: "Tiene ahora la palabra {speaker}.",
	thankAndGive:
		"Doy las gracias a la delegación de {thanked} por su declaración. Tiene ahora la palabra {speaker}.",
	pointOfOrder: "Tiene la palabra la delegación de {of} para plantear una cuestión de orden.",
	ruling: "La delegación de {of} ha planteado una cuestión de orden, y me pronunciaré ahora al respecto.",
	rightOfReply: "Tiene la palabra la delegación de {of} en ejercicio del derecho a contestar.",
	closeList: "Si no hay objeciones, declaro cerrada la lista de oradores. Así queda acordado.",
	suspend: "Se suspende la sesión.",
	adjourn: "Se levanta la sesión.",
	ballot: "Procederemos ahora a la votación sobre {motion}.",
	motions: {
		challenge: "la apelación de la decisión de la Presidencia",
		suspendMeeting: "la moción de suspensión de la sesión",
		adjournMeeting: "la moción de levantamiento de la sesión",
		adjournDebate: "la moción de aplazamiento del debate",
		closeDebate: "la moción de cierre del debate",
	},
	result:
		"El resultado de la votación es el siguiente. A favor: {yes}. En contra: {no}. Abstenciones: {abstain}.",
	adopted: "Queda aprobada la moción.",
	rejected: "Queda rechazada la moción.",
	overruled: "Queda revocada la decisión de la Presidencia.",
	stands: "Se mantiene la decisión de la Presidencia.",
	of: (name) => name,
};
