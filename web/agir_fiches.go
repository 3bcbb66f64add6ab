package web

import (
	"context"
	"strings"

	"accord/app"
	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"
)

// identite reports whether an act says who is who.
func identite(n dossier.NatureIntervention) bool {
	return n == dossier.Rattacher || n == dossier.Detacher
}

// bonAutre is the choice that the number typed is the right one, and leads.
const bonAutre = "autre"

// choixNumero offers which number is the right one.
func (f *fiche) choixNumero() []option {
	return []option{
		{Valeur: "ici", Texte: "celui de ce dossier, " + f.NIR.String()},
		{Valeur: bonAutre, Texte: "celui qui vient d'être donné (un NIR)"},
	}
}

// choixFiches offers the records that may be parted from the others.
func (f *fiche) choixFiches() (cs []option) {
	for _, x := range fichesDe(f.Vue) {
		if x.Conduit {
			continue
		}
		texte := x.Genre + " " + x.Numero + ", fiche " + x.ID
		if autres := suivent(f.Vue, x.ID); len(autres) > 0 {
			texte += ", avec " + strings.Join(autres, " et ")
		}
		cs = append(cs, option{Valeur: x.ID, Texte: texte})
	}
	return cs
}

// lireNumero reads the number of the other record, and which of the two leads.
func lireNumero(a *dossier.Intervention, sa saisie, fautes map[string]string) {
	reference, phrase := lireReference(sa["objet"])
	if a.Objet = reference; phrase != "" {
		fautes["objet"] = phrase
	}
	switch _, err := v.ParseNIR(reference); {
	case sa["valeur"] == "":
		fautes["valeur"] = "Dites quel numéro est le bon : c'est le sien qui conduit désormais."
	case sa["valeur"] == bonAutre && phrase == "" && err != nil:
		fautes["objet"] = "Pour dire que c'est le bon numéro, donnez le NIR entier."
	}
}

// faire does an act, or says what it would change.
func (s *site) faire(ctx context.Context, f *fiche, a dossier.Intervention, pour bool) (e *app.Effet, err error) {
	if a.Nature == dossier.Rattacher && a.Valeur == bonAutre {
		if pour {
			_, e, err = s.bureau.Renumeroter(ctx, f.Numero, v.NIR(a.Objet), a)
			return e, err
		}
		return s.bureau.SimulerNumero(ctx, f.Numero, v.NIR(a.Objet), a)
	}
	if pour {
		_, e, err = s.bureau.Agir(ctx, f.Numero, a)
		return e, err
	}
	return s.bureau.Simuler(ctx, f.Numero, a)
}

// nomLigneInconnue names a line of another record by its employer.
func nomLigneInconnue(cle string) string {
	siret, _, _ := strings.Cut(cle, "/")
	if s := v.SIRET(siret); len(siret) == 14 {
		return "SIRET " + libelle.SIRET(s)
	}
	return cle
}
