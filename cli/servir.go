package cli

import (
	"errors"
	"fmt"
	"net"
	"strings"

	"accord/app"
	"accord/format/calcul"
	"accord/format/piece"
	"accord/store"
	"accord/web"

	"github.com/spf13/pflag"
)

var cmdServir = commande{
	nom: "servir", resume: "ouvre le bureau (pages) et l'API",
	aide: `
Ouvre le bureau des agents et l'API (POST /api/v1/calculs) sur cette machine seulement, sauf adresse
contraire. S'arrête proprement sur Ctrl-C.

Chacun y dit son nom et son rôle, écrits sur ses actes. C'est une déclaration, pas une authentification : ouvrir
le bureau à un réseau demande, devant lui, l'authentification de la caisse.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		adresse := fs.String("adresse", web.AdresseDefaut, "adresse et port d'écoute")
		hotes := fs.StringSlice("hote", nil, "nom sous lequel le bureau peut être demandé, hors de cette machine")
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			return s.servir(caisse, *adresse, *hotes)
		}
	},
}

func (s *session) servir(caisse *app.Caisse, adresse string, hotes []string) error {
	ecoute, err := net.Listen("tcp", adresse)
	if err != nil {
		return fmt.Errorf("l'adresse %s n'est pas libre : choisissez-en une autre par --adresse", adresse)
	}
	fmt.Fprintf(s.out, "Le bureau est ouvert : http://%s/ (Ctrl-C pour fermer)\n", ecoute.Addr())
	return web.ServeListener(s.ctx, ecoute, web.Handler(caisse, optionsBureau(caisse, hotes)))
}

func optionsBureau(caisse *app.Caisse, hotes []string) web.Options {
	return web.Options{
		Caisse: caisse.Nom(), Hotes: hotes, Calculer: calculerHTTP(caisse), Schemas: schemas(), Cle: caisse.Store().(*store.Store).CleSession(),
	}
}

// calculerHTTP answers one case over HTTP.
func calculerHTTP(caisse *app.Caisse) func([]byte) ([]byte, error) {
	return func(cas []byte) ([]byte, error) {
		m := calcul.NewMoteur(fabrique(caisse.Table()))
		reponse, err := m.Repondre(nil, cas)
		var refus *calcul.Erreur
		if errors.As(err, &refus) {
			return nil, refusHTTP{refus}
		}
		return reponse, err
	}
}

// refusHTTP says where a case is wrong without the value that was found, which
// may identify someone.
type refusHTTP struct{ *calcul.Erreur }

func (r refusHTTP) Refus() (cle, attendu, phrase string) {
	s := r.SansValeur()
	return s.Cle, s.Attendu, s.Phrase
}

// schemas gathers the published schemas, by name.
func schemas() map[string]string {
	publies := map[string]string{
		nomSchema(calcul.VersionCas): calcul.SchemaCas(), nomSchema(calcul.VersionResultat): calcul.SchemaResultat(),
	}
	for _, nom := range piece.Schemas() {
		publies[nomSchema(nom)] = string(piece.Schema(nom))
	}
	return publies
}

// nomSchema names the file of a schema: «accord/cas/1» is accord-cas-1.schema.json.
func nomSchema(version string) string {
	return strings.ReplaceAll(version, "/", "-") + ".schema.json"
}
