package piece

import (
	"accord/dossier"
	"accord/droit"
)

// porteDSIJ reads an attestation de salaire, cerfa 11135.
var porteDSIJ = porte{
	schema: "accord/dsij/1", genre: dossier.GenreAttestation, lire: lireDSIJ,
	cles: append(simples("schema", "reference", "version", "risque", "dernier_jour_travaille", "signee_le", "maintien_total"),
		cle{nom: "employeur", sous: clesEmployeur},
		cle{nom: "assure", sous: clesAssure},
		cle{nom: "contrat", sous: simples("numero", "debut", "nature")},
		cle{nom: "salaires", liste: true, sous: simples("du", "au", "brut", "heures", "retabli", "verse_le")},
		cle{nom: "heures", liste: true, sous: simples("du", "au", "heures", "cachets")},
		cle{nom: "absences", liste: true, sous: simples("du", "au", "motif")},
		cle{nom: "primes", liste: true, sous: simples("verse_le", "montant", "pour_du", "pour_au")},
		cle{nom: "pertes_tpt", liste: true, sous: simples("du", "au", "perte")},
		cle{nom: "subrogation", sous: clesSubrogation},
		cle{nom: "reprise", sous: clesReprise}),
}

func lireDSIJ(o objet) dossier.Fait {
	a := dossier.Attestation{
		Identite:      o.assure(),
		Reference:     o.texte("reference", obligatoire),
		Version:       o.entier("version", 1, 1),
		Risque:        o.risque(),
		DernierJour:   o.jour("dernier_jour_travaille", obligatoire),
		SigneeLe:      o.jour("signee_le", obligatoire),
		Salaires:      o.salaires(),
		Heures:        o.periodesHeures(),
		Absences:      o.absences(),
		Primes:        o.primes(),
		Pertes:        o.pertes(),
		Subrogation:   o.subrogation(),
		MaintienTotal: o.booleen("maintien_total"),
		Reprise:       o.reprise(),
	}
	if e, ok := o.sous("employeur", obligatoire); ok {
		a.Employeur = dossier.Employeur{SIRET: e.siret("siret"), Nom: e.texte("nom", facultatif)}
	}
	if c, ok := o.sous("contrat", facultatif); ok {
		a.Contrat = c.texte("numero", facultatif)
		a.DebutContrat = c.jour("debut", facultatif)
		a.Nature = droit.Contrat(c.mot("nature", "contrat", facultatif))
	}
	return dossier.Fait{Attestation: &a}
}

// salaires reads the reference wages: nil when the attestation gives none,
// empty when it says that there were none.
func (o objet) salaires() []droit.Salaire {
	liste := o.liste("salaires")
	if liste == nil {
		return nil
	}
	s := make([]droit.Salaire, len(liste))
	for i, e := range liste {
		s[i] = droit.Salaire{
			Periode: e.periode("du", "au", obligatoire),
			Brut:    e.argent("brut"),
			Heures:  e.heures("heures"),
			Retabli: e.argent("retabli"),
			VerseLe: e.jour("verse_le", facultatif),
		}
	}
	return s
}

func (o objet) periodesHeures() (heures []droit.PeriodeHeures) {
	for _, e := range o.liste("heures") {
		p := droit.PeriodeHeures{Periode: e.periode("du", "au", obligatoire), Cachets: int(e.entier("cachets", 0, 0))}
		connues := e.heures("heures")
		if !connues.EstConnu() {
			e.refuser("heures", "rien", "un nombre d'heures", "clé absente; attendu: un nombre d'heures comme \"151.67\"")
		}
		p.Heures = connues.Ou(0)
		heures = append(heures, p)
	}
	return heures
}

func (o objet) absences() (absences []droit.Absence) {
	for _, e := range o.liste("absences") {
		absences = append(absences, droit.Absence{
			Periode: e.periode("du", "au", obligatoire),
			Motif:   droit.MotifAbsence(e.mot("motif", "motif_absence", obligatoire)),
		})
	}
	return absences
}

// primes reads the bonuses that reward more than a month.
func (o objet) primes() (primes []droit.Prime) {
	for _, e := range o.liste("primes") {
		primes = append(primes, droit.Prime{
			VerseLe: e.jour("verse_le", obligatoire),
			Montant: e.argentDu("montant"),
			Pour:    e.periode("pour_du", "pour_au", obligatoire),
		})
	}
	return primes
}

func (o objet) pertes() (pertes []droit.PerteTPT) {
	for _, e := range o.liste("pertes_tpt") {
		pertes = append(pertes, droit.PerteTPT{Periode: e.periode("du", "au", obligatoire), Perte: e.argentDu("perte")})
	}
	return pertes
}
